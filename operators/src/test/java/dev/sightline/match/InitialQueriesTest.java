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
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class InitialQueriesTest {

    private static final ModelBundle BUNDLE = ModelBundle.load(Repository.model());
    private static final ArmingSettings SETTINGS =
            new ArmingSettings(BUNDLE.folder().toString(), BUNDLE.digest(), Duration.ofSeconds(1));

    private static List<ArmedQuery> armed(QueryCommand... commands) {
        try (var lease = QueryArming.acquire(SETTINGS)) {
            return new InitialQueries(List.of(commands), 1).armed(lease.model()::arm).queries();
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

    private static List<String> inForce(QueryCommand... commands) {
        return armed(commands).stream()
                .map(query -> query.request().version() + " " + query.request().text())
                .toList();
    }

    @Test
    void aRecordOfTheTopicReplacesAQueryOfTheSettingsUnlessItsVersionIsLower() throws Exception {
        QueryRequest written =
                QueryRequest.parse("cats", "{\"text\":\"a cat\",\"version\":3}".getBytes(UTF_8));
        QueryCommand setting = QueryCommand.ofSettings(written);
        assertThat(inForce(setting, stored("{\"text\":\"an old cat\",\"version\":2}")))
                .containsExactly("3 a cat");
        assertThat(inForce(setting, stored("{\"text\":\"a big cat\",\"version\":3}")))
                .containsExactly("3 a big cat");
    }

    @Test
    void aRecordThatCannotBeServedLeavesTheQueryOfTheSettings() {
        QueryCommand setting = QueryCommand.ofSettings(QueryRequest.ofText("cats", "a cat", 1));
        assertThat(inForce(setting, stored("{\"text\":\"x\",\"budgetScope\":\"query\"}")))
                .containsExactly("1 a cat");
    }

    @Test
    void tasksOfAProcessShareWhatIsArmedWhateverTheirNumberAndThatOfTheQueries() throws Exception {
        InitialQueries queries =
                new InitialQueries(
                        List.of(
                                QueryCommand.ofSettings(QueryRequest.ofText("dogs", "a dog", 1)),
                                stored("{\"text\":\"a cat\"}")),
                        5);
        InitialQueries ofAnotherTask = InstantiationUtil.clone(queries);
        InitialQueries ofAnotherSubmission = new InitialQueries(queries.commands(), 6);
        try (var first = queries.acquire(SETTINGS);
                var second = ofAnotherTask.acquire(SETTINGS);
                var others = ofAnotherSubmission.acquire(SETTINGS)) {
            assertThat(first.model().queries()).hasSize(2);
            assertThat(second.model()).isSameAs(first.model());
            assertThat(others.model()).isNotSameAs(first.model()).isEqualTo(first.model());
        }
    }

    @Test
    void aQueryThatCannotBeReadLeavesTheOthers() {
        QueryCommand good = QueryCommand.ofSettings(QueryRequest.ofText("dogs", "a dog", 1));
        assertThat(armed(stored("{\"text\""), good))
                .extracting(query -> query.request().text())
                .containsExactly("a dog");
    }
}
