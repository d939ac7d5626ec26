// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchFeedbackTest {

    @Test
    void whatIsWrittenIsReadAsTheSame() throws MalformedRequest {
        MatchFeedback feedback = new MatchFeedback("yard/dogs", "4767f0");
        assertThat(feedback.key()).isEqualTo("yard/dogs/wrong/4767f0");
        assertThat(MatchFeedback.isKey(feedback.key())).isTrue();
        assertThat(MatchFeedback.parse(feedback.key(), feedback.toJson())).isEqualTo(feedback);
        assertThat(MatchFeedback.ofKey(feedback.key())).isEqualTo(feedback);
    }

    @Test
    void theKeyOfAQueryIsAnother() {
        assertThat(MatchFeedback.isKey("yard/dogs")).isFalse();
    }

    @Test
    void aKeyIsOfItsQueryAlone() {
        assertThat(MatchFeedback.isKeyOf("dogs", "dogs/wrong/1")).isTrue();
        assertThat(MatchFeedback.isKeyOf("dogs", "dogs")).isFalse();
        assertThat(MatchFeedback.isKeyOf("dogs", "big dogs/wrong/1")).isFalse();
        assertThat(MatchFeedback.isKeyOf("dogs", "dogs/wrong/1/wrong/2")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dogs/wrong/1|{\"wrongMatch\":\"2\"}|'wrongMatch' has to be the match of the key",
                "dogs/wrong/1|{}|'wrongMatch' has to be the match of the key, found null",
                "dogs/wrong/1|{\"text\":\"a dog\"}|'text' is not a field",
                "dogs/wrong/1|[]|not a JSON object",
                "/wrong/1|{\"wrongMatch\":\"1\"}|has to be QUERY/wrong/MATCH",
                "dogs/wrong/|{\"wrongMatch\":\"1\"}|has to be QUERY/wrong/MATCH"
            })
    void refusesARecordThatDoesNotSayWhichMatch(String key, String json, String expected) {
        assertThatThrownBy(() -> MatchFeedback.parse(key, json.getBytes(UTF_8)))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource({"70000,1,the id is longer than", "1,70000,the match's id is longer than"})
    void refusesIdsThatNothingCanHave(int query, int match, String expected) {
        String key = "q".repeat(query) + "/wrong/" + "m".repeat(match);
        assertThatThrownBy(() -> MatchFeedback.ofKey(key))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining(expected);
    }

    @Test
    void noQueryCanHaveSuchAKey() {
        byte[] json = "{\"text\":\"a dog\"}".getBytes(UTF_8);
        assertThatThrownBy(() -> QueryRequest.parse("dogs/wrong/1", json))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("/wrong/");
    }
}
