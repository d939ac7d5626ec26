// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryRequestTest {

    private static QueryRequest parse(String json) throws MalformedRequest {
        return QueryRequest.parse("q", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fillsInTheDefaults() throws MalformedRequest {
        assertThat(parse("{\"text\":\"a cat\"}"))
                .isEqualTo(new QueryRequest("q", "a cat", List.of(), 1, null, 2000, 10_000, 1));
    }

    @Test
    void takesEveryField() throws MalformedRequest {
        assertThat(
                        parse(
                                """
                                {"text":"a van","streams":["gate-*"],"alarmBudgetPerDay":0.5,
                                 "threshold":0.3,"minDurationMs":1000,"cooldownMs":0,
                                 "budgetScope":"stream","version":7}"""))
                .isEqualTo(new QueryRequest("q", "a van", List.of("gate-*"), 0.5, 0.3, 1000, 0, 7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"  \"}|'text' is empty",
                "{}|'text' is empty",
                "{\"text\":5}|'text' has to be a text, found 5",
                "{\"text\":\"x\",\"alarmBudget\":1}|'alarmBudget' is not a field",
                "{\"text\":\"x\",\"alarmBudgetPerDay\":0}|'alarmBudgetPerDay' must be greater than 0",
                "{\"text\":\"x\",\"alarmBudgetPerDay\":-1}|'alarmBudgetPerDay' must be greater than 0",
                "{\"text\":\"x\",\"alarmBudgetPerDay\":1e999}|'alarmBudgetPerDay' must be greater than 0",
                "{\"text\":\"x\",\"alarmBudgetPerDay\":\"2\"}|'alarmBudgetPerDay' has to be a number",
                "{\"text\":\"x\",\"threshold\":2}|'threshold' is a cosine",
                "{\"text\":\"x\",\"minDurationMs\":-1}|'minDurationMs' is negative",
                "{\"text\":\"x\",\"minDurationMs\":1.9}|'minDurationMs' has to be a whole number, found 1.9",
                "{\"text\":\"x\",\"cooldownMs\":-1}|'cooldownMs' is negative",
                "{\"text\":\"x\",\"version\":99999999999999999999}|'version' has to be a whole number",
                "{\"text\":\"x\",\"streams\":\"gate\"}|'streams' has to be a list of texts",
                "{\"text\":\"x\",\"streams\":[\"a\",null]}|'streams[1]' has to be a text, found null",
                "{\"text\":\"x\",\"streams\":[\" \"]}|'streams[0]' has to be a text, found an empty",
                "{\"text\":\"x\",\"budgetScope\":\"day\"}|'budgetScope' has to be stream or query",
                "{\"text\":\"x\",\"not\":\"y\"}|'not' has to be a list of texts",
                "{\"text\":\"\",\"not\":[\"y\"]}|'text' is empty",
                "{\"not\":[\"y\"]}|'text' is missing: 'and' and 'not' only narrow",
                "{\"and\":[\"y\"]}|'text' is missing: 'and' and 'not' only narrow",
                "{\"not\":[\"y\"],\"cooldownMs\":-1}|'cooldownMs' is negative",
                "{\"text\":\"x\",\"text\":\"y\"}|not JSON: Duplicate",
                "{\"text\":\"x\"} {}|not JSON",
                "{\"text\":|not JSON",
                "[]|not a JSON object but a list",
                "null|not a JSON object but null",
                "7|not a JSON object but number",
                "''|not a JSON object but nothing",
                "nonsense|not JSON"
            })
    void saysWhatIsWrong(String json, String expected) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining(expected)
                .hasMessageNotContaining("dev.sightline")
                .hasMessageNotContaining("java.");
    }

    @Test
    void aFieldThatSaysNothingCountsAsAbsent() throws MalformedRequest {
        assertThat(
                        parse(
                                """
                                {"text":"a cat","image":null,"and":[],"not":null,"threshold":null,
                                 "streams":null,"then":null,"labels":[],"version":null}"""))
                .isEqualTo(parse("{\"text\":\"a cat\"}"));
    }

    @Test
    void saysWhereTheJsonBreaks() {
        assertThatThrownBy(() -> parse("{\"text\":\n oops}"))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void aRecordWithoutAKeyIsNoQuery() {
        byte[] json = "{\"text\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> QueryRequest.parse("", json))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("no key");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] bytes = {(byte) 0xff, (byte) 0xfe, 0, 0x7b, 1};
        assertThatThrownBy(() -> QueryRequest.parse("q", bytes))
                .isInstanceOf(MalformedRequest.class);
    }
}
