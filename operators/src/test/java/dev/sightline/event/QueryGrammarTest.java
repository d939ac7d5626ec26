// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query says beyond one text. */
class QueryGrammarTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};

    /** Quotes are written as ' here. */
    private static QueryRequest parse(String json) throws MalformedRequest {
        return QueryRequest.parse("q", json.replace('\'', '"').getBytes(UTF_8));
    }

    private static void assertRefused(String json, String expected) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining(expected);
    }

    @Test
    void aSequenceBecomesItsStepsInOrder() throws MalformedRequest {
        QueryRequest query =
                parse(
                        """
                        {'text':'a van','and':['a man'],'not':['a toy'],'then':{'withinMs':300000,
                         'query':{'text':'nobody','not':['a person'],
                                  'then':{'query':'snow','withinMs':5}}}}""");
        assertThat(query.steps())
                .containsExactly(
                        new QueryStep(
                                "a van",
                                null,
                                QueryWeights.EQUAL,
                                List.of("a man"),
                                List.of("a toy"),
                                0),
                        new QueryStep(
                                "nobody",
                                null,
                                QueryWeights.EQUAL,
                                List.of(),
                                List.of("a person"),
                                300_000),
                        QueryStep.ofText("snow").within(5));
        assertThat(query.labels()).isEmpty();
    }

    @Test
    void labelsStandAlone() throws MalformedRequest {
        QueryRequest query = parse("{'labels':['day','night'],'streams':['gate-*']}");
        assertThat(query.steps()).isEmpty();
        assertThat(query.labels()).containsExactly("day", "night");
    }

    @Test
    void anImageMayBeAUriOrThePictureItself() throws MalformedRequest {
        String base64 = Base64.getEncoder().encodeToString(PNG);
        String data = "data:image/png;base64," + base64;
        for (String image : List.of(data, base64, "data:;base64," + base64)) {
            QueryStep step = parse("{'image':'" + image + "'}").steps().get(0);
            assertThat(step.image()).isEqualTo(data);
            assertThat(QueryImage.data(step.image())).hasValue(PNG);
        }
        QueryStep named = parse("{'image':'https://h/van.jpg'}").steps().get(0);
        assertThat(named.text()).isNull();
        assertThat(named.image()).isEqualTo("https://h/van.jpg");
        assertThat(QueryImage.data(named.image())).isEmpty();
    }

    @Test
    void textAndImageMayCountDifferently() throws MalformedRequest {
        String json = "{'text':'at night','image':'http://h/i','weights':{'image':3}}";
        assertThat(parse(json).steps().get(0).weights()).isEqualTo(new QueryWeights(1, 3));
        assertThat(parse("{'text':'x','budgetScope':'query'}").budgetScope())
                .isEqualTo(BudgetScope.QUERY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'text':'x','then':{'query':{'text':'y','not':['z',' ']},'withinMs':5}}"
                        + "|'then.query.not[1]' has to be a text, found an empty one",
                "{'text':'x','then':{'query':{'not':['z']},'withinMs':5}}"
                        + "|'then.query.text' is missing",
                "{'text':'x','then':{'query':{},'withinMs':5}}|'then.query.text' is empty",
                "{'text':'x','then':{'query':' ','withinMs':5}}|'then.query.text' is empty",
                "{'text':'x','then':{'withinMs':5}}|'then.query' is missing",
                "{'text':'x','then':{'query':'y'}}|'then.withinMs' has to be 1 to",
                "{'text':'x','then':{'query':{'text':'y','then':{'query':'z','withinMs':-1}},"
                        + "'withinMs':5}}|'then.query.then.withinMs' has to be 1 to",
                "{'text':'x','then':{'query':'y','withinMs':604800001}}|'then.withinMs' has to be",
                "{'text':'x','then':{'query':{'text':'y','cooldownMs':1},'withinMs':5}}"
                        + "|'then.query.cooldownMs' is not a field",
                "{'text':'x','then':5}|'then' has to be an object, found 5",
                "{'text':'x','then':{'query':5,'withinMs':5}}|'then.query' has to be an object",
                "{'labels':['day','night'],'text':'x'}|'labels' stand instead of text",
                "{'labels':['day','night'],'not':['x']}|'labels' stand instead of text",
                "{'labels':['day','night'],'threshold':0.2}|'threshold' means nothing",
                "{'labels':['day']}|'labels' has to be 2 to 64 texts: 1",
                "{'labels':['day','day']}|'labels' names the same label twice",
                "{'text':'x','weights':{'text':2}}|'weights' are of a text and an image",
                "{'text':'x','image':'http://h/i','weights':{'text':0}}|'weights.text' must be",
                "{'text':'x','image':'http://h/i','weights':{'image':1e9}}|'weights.image' must",
                "{'text':'x','weights':{'picture':2}}|'weights.picture' is not a field",
                "{'image':'ftp://h/i'}|'image': a URI has to be http or https",
                "{'image':'file:///etc/passwd'}|'image': a URI has to be http or https",
                "{'image':'http://joe:pw@h/i'}|'image': the URI must not hold credentials",
                "{'image':'http://h/i?token=abc'}|'image': the URI must not hold credentials",
                "{'image':'http:///i'}|'image': the URI names no host",
                "{'image':'van.jpg'}|'image': neither an http or https URI nor base64",
                "{'image':'aGVsbG8='}|'image': the picture is neither a JPEG nor a PNG",
                "{'image':'data:image/png,x'}|'image': a data URI has to be",
                "{'text':'x','then':{'query':{'image':'a b'},'withinMs':5}}|'then.query.image': "
            })
    void refusesWhatMakesNoSenseAndNamesTheField(String json, String expected) {
        assertRefused(json, expected);
    }

    @Test
    void idsStreamsAndDurationsAreBounded() {
        assertThatThrownBy(
                        () -> QueryRequest.parse("x".repeat(1001), "{\"text\":\"y\"}".getBytes()))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("the id is longer than 1000");
        assertRefused("{'text':'x','cooldownMs':9223372036854775807}", "'cooldownMs' is more than");
        assertRefused("{'text':'x','minDurationMs':604800001}", "'minDurationMs' is more than");
        assertRefused("{'text':'x','streams':['" + "s".repeat(1001) + "']}", "'streams[0]'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u001b[2Jb", "\ta"})
    void idsHoldNoControlCharacters(String id) {
        assertThatThrownBy(() -> QueryRequest.parse(id, "{\"text\":\"y\"}".getBytes()))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("must not hold line breaks");
    }

    @Test
    void sizesAreBounded() {
        String many = "'y',".repeat(16) + "'y'";
        assertRefused("{'text':'x','and':[" + many + "]}", "'and' has more than 16");
        assertRefused("{'text':'x','not':[" + many + "]}", "'not' has more than 16");
        assertRefused("{'text':'x','not':['" + "y".repeat(1001) + "']}", "'not[0]' is longer");
        String large = Base64.getEncoder().encodeToString(new byte[QueryImage.MOST_BYTES + 1]);
        assertRefused("{'image':'" + large + "'}", "'image': the picture has more than");
        String steps = "{'text':'x'}";
        for (int i = 0; i < 8; i++) {
            steps = "{'text':'x','then':{'withinMs':1,'query':" + steps + "}}";
        }
        assertRefused(steps, "'then' goes on for 9 steps; at most 8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'text':'a dog'}|a dog",
                "{'text':'a dog','and':['snow'],'not':['a toy dog']}"
                        + "|a dog and snow, not a toy dog",
                "{'text':'a dog','not':['a cat','a toy']}|a dog, not a cat or a toy",
                "{'text':'a van','then':{'query':'nobody','withinMs':300000}}"
                        + "|a van, then nobody within 300 s",
                "{'text':'a van','then':{'query':'nobody','withinMs':1500}}"
                        + "|a van, then nobody within 1.5 s",
                "{'image':'http://h/i?n=abc'}|a picture",
                "{'text':'at night','image':'http://h/i'}|at night like a picture",
                "{'labels':['day','night']}|one of: day, night"
            })
    void saysInOneLineWhatItLooksFor(String json, String expected) throws MalformedRequest {
        assertThat(parse(json).text()).isEqualTo(expected);
    }

    @Test
    void aLongDescriptionIsCut() throws MalformedRequest {
        String text = "y".repeat(999);
        QueryRequest query = parse("{'text':'" + text + "','not':['" + text + "']}");
        assertThat(query.text()).hasSize(1000).startsWith(text).endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'text':'a dog'}",
                "{'labels':['day','night'],'streams':['a'],'version':4}",
                "{'text':'x','image':'http://h/i','weights':{'text':2},'budgetScope':'query'}",
                "{'text':'x','and':['y'],'not':['z'],'threshold':0.25,'minDurationMs':0,"
                        + "'cooldownMs':1,'alarmBudgetPerDay':0.5}",
                "{'text':'x','then':{'query':{'image':'http://h/i','then':"
                        + "{'query':'z','withinMs':2}},'withinMs':9}}"
            })
    void whatIsWrittenIsReadAsTheSame(String json) throws MalformedRequest {
        QueryRequest query = parse(json);
        assertThat(QueryRequest.parse("q", query.toJson())).isEqualTo(query);
    }

    @Test
    void aPictureIsNotSpelledOutInLogs() throws MalformedRequest {
        assertThat(parse("{'image':'http://h/i?n=abc'}").toString())
                .contains("image=...")
                .doesNotContain("abc");
    }
}
