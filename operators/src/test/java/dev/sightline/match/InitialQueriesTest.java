// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.clip.ModelBundle;
import dev.sightline.event.QueryImage;
import dev.sightline.event.QueryRequest;
import dev.sightline.testdata.repository.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitialQueriesTest {

    private static final ModelBundle BUNDLE = ModelBundle.load(Repository.model());
    private static final ArmingSettings SETTINGS =
            new ArmingSettings(BUNDLE.folder().toString(), BUNDLE.digest(), Duration.ofSeconds(1));

    private static List<ArmedQuery> armed(QueryCommand... commands) {
        try (var lease = QueryArming.acquire(SETTINGS)) {
            return new InitialQueries(List.of(commands), 1).armed(lease.model());
        }
    }

    private static QueryCommand stored(String json) {
        return QueryCommand.ofRecord("cats", json.getBytes(UTF_8), 3);
    }

    @Test
    void queriesOfTheSettingsAndOfTheTopicAreArmedInTheirOrder() {
        QueryCommand setting = QueryCommand.ofSettings(QueryRequest.ofText("dogs", "a dog", 1));
        List<ArmedQuery> armed = armed(setting, stored("{\"text\":\"a cat\"}"));
        assertThat(armed)
                .extracting(query -> query.request().text())
                .containsExactly("a dog", "a cat");
        assertThat(armed).extracting(ArmedQuery::sequence).containsExactly(setting.sequence(), 3L);
    }

    @Test
    void aPictureOfTheBundleIsArmedWithItsReferenceVector() throws Exception {
        JsonNode picture =
                new ObjectMapper()
                        .readTree(BUNDLE.folder().resolve("reference.json").toFile())
                        .get("pictures")
                        .get(0);
        Path file = BUNDLE.folder().resolve(picture.get("file").asText());
        String image = QueryImage.ofBytes(Files.readAllBytes(file));
        float[] vector =
                armed(stored("{\"image\":\"" + image + "\"}")).get(0).terms().get(0).vector();
        double cosine = 0;
        for (int i = 0; i < vector.length; i++) {
            cosine += vector[i] * picture.get("vector").get(i).asDouble();
        }
        assertThat(cosine).isGreaterThan(0.999);
    }

    @Test
    void aQueryThatCannotBeReadLeavesTheOthers() {
        QueryCommand good = QueryCommand.ofSettings(QueryRequest.ofText("dogs", "a dog", 1));
        assertThat(armed(stored("{\"text\""), good))
                .extracting(query -> query.request().text())
                .containsExactly("a dog");
    }
}
