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
                "{\"text\":\"x\",\"alarmBudget\":1}|alarmBudget",
                "{\"text\":\"x\",\"alarmBudgetPerDay\":0}|alarmBudgetPerDay",
                "{\"text\":\"x\",\"alarmBudgetPerDay\":\"many\"}|alarmBudgetPerDay",
                "{\"text\":\"x\",\"threshold\":2}|threshold",
                "{\"text\":\"x\",\"minDurationMs\":-1}|minDurationMs",
                "{\"text\":\"x\",\"not\":[\"y\"]}|'not' is not supported",
                "{\"text\":\"x\",\"labels\":[\"y\"]}|'labels' is not supported",
                "{\"text\":|not JSON",
                "[]|not a JSON object",
                "null|not a JSON object",
                "7|not a JSON object",
                "nonsense|not JSON"
            })
    void saysWhatIsWrong(String json, String expected) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining(expected);
    }
}
