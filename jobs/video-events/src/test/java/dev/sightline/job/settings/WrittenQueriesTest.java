// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import dev.sightline.testdata.repository.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenQueriesTest {

    private static final ObjectNode NONE = JsonNodeFactory.instance.objectNode();
    private static final Path CAT = Repository.model().resolve("reference/cat.png");

    @TempDir Path folder;

    /** Quotes are written as ' here. */
    private static QueryRequest parse(String json) throws MalformedRequest {
        return WrittenQueries.request(WrittenQueries.object(json.replace('\'', '"')), NONE);
    }

    @Test
    void aQueryMayNameItselfAndIsElseCalledWhatItLooksFor() throws MalformedRequest {
        assertThat(parse("{'id':'dogs','text':'a dog'}"))
                .isEqualTo(QueryRequest.ofText("dogs", "a dog", 1));
        assertThat(parse("{'text':'a dog','not':['a toy']}").id()).isEqualTo("a dog, not a toy");
    }

    @Test
    void picturesAreCalledByWhatIsInThem() throws MalformedRequest {
        String cat = parse("{'image':'%s'}".formatted(CAT)).id();
        assertThat(cat).matches("a picture [0-9a-f]{8}");
        assertThat(parse("{'image':'%s'}".formatted(CAT)).id()).isEqualTo(cat);
        assertThat(parse("{'image':'%s'}".formatted(CAT.resolveSibling("coffee.png"))).id())
                .startsWith("a picture ")
                .isNotEqualTo(cat);
        assertThat(parse("{'id':'c','image':'%s'}".formatted(CAT)).id()).isEqualTo("c");
        String longest = "x".repeat(1000);
        assertThat(parse("{'text':'%s','image':'%s'}".formatted(longest, CAT)).id())
                .hasSize(1000)
                .endsWith(cat.substring(cat.lastIndexOf(' ')));
    }

    @Test
    void defaultsFillInWhatIsNotSaid() throws MalformedRequest {
        ObjectNode query = WrittenQueries.object("{\"text\":\"a dog\",\"version\":7}");
        ObjectNode defaults = NONE.deepCopy().put("version", 3).put("cooldownMs", 5);
        QueryRequest request = WrittenQueries.request(query, defaults);
        assertThat(request.version()).isEqualTo(7);
        assertThat(request.cooldownMs()).isEqualTo(5);
    }

    @Test
    void aPictureOfThisMachineBecomesPartOfTheQueryInEveryStep() throws MalformedRequest {
        QueryRequest query =
                parse("{'text':'x','then':{'withinMs':5,'query':{'image':'%s'}}}".formatted(CAT));
        assertThat(query.steps().get(1).image()).startsWith("data:image/png;base64,");
    }

    @Test
    void otherPicturesStayAsTheyAre() throws MalformedRequest {
        String uri = "https://example.org/van.jpg";
        assertThat(parse("{'image':'" + uri + "'}").steps().get(0).image()).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'image':'no-such.jpg'}|'image': cannot read no-such.jpg",
                "{'text':'x','then':{'withinMs':5,'query':{'image':'no.png'}}}"
                        + "|'then.query.image': cannot read no.png",
                "{'id':5,'text':'x'}|'id' has to be a text",
                "{'id':' ','text':'x'}|a query is known by its id",
                "{'id':'a','id':'b','text':'x'}|not JSON: Duplicate",
                "{'text':'x','colour':'red'}|'colour' is not a field",
                "[]|not a JSON object",
                "|not a JSON object",
                "{|not JSON"
            })
    void saysWhatIsWrong(String json, String expected) {
        assertThatThrownBy(() -> parse(json == null ? "" : json))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"text\":\"a\"},{\"text\":\"b\"}]",
                "{\"text\":\"a\"}\n{\"text\":\"b\"}\n",
                "{\"text\":\"a\"}\n\n  {\n\"text\":\"b\"}"
            })
    void aFileHoldsAListOrOneBehindTheOther(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("queries.json"), content);
        List<ObjectNode> queries = WrittenQueries.file(file);
        assertThat(queries)
                .extracting(query -> query.path("text").asText())
                .containsExactly("a", "b");
    }

    @Test
    void aBrokenFileIsNamedWithTheLine() throws Exception {
        Path file = Files.writeString(folder.resolve("queries.json"), "{\"text\":\"a\"}\n{oops");
        assertThatThrownBy(() -> WrittenQueries.file(file))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("queries.json: not JSON")
                .hasMessageContaining("line 2");
    }
}
