// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QueryCommandTest {

    private static final byte[] CAT = "{\"text\":\"a cat\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void aRecordBringsAQueryAndATombstoneTakesItBack() throws Exception {
        assertThat(QueryCommand.ofRecord("cats", CAT, 3).read().text()).isEqualTo("a cat");
        assertThat(QueryCommand.ofRecord("cats", CAT, 3).removes()).isFalse();
        assertThat(QueryCommand.ofRecord("cats", null, 4).removes()).isTrue();
    }

    @Test
    void aQueryOfTheSettingsStandsBeforeEveryRecordAndIsAnotherOneWhenItChanges() {
        QueryCommand cat = QueryCommand.ofSettings(QueryRequest.ofText("cats", "a cat", 1));
        assertThat(cat.sequence()).isNegative();
        assertThat(QueryCommand.ofSettings(QueryRequest.ofText("cats", "a cat", 1))).isEqualTo(cat);
        assertThat(QueryCommand.ofSettings(QueryRequest.ofText("cats", "a cat", 2)).sequence())
                .isNegative()
                .isNotEqualTo(cat.sequence());
    }

    @Test
    void aRecordWithoutAKeyIsAnErrorWhateverItSays() {
        for (byte[] value : new byte[][] {CAT, null}) {
            QueryCommand keyless = QueryCommand.ofRecord("", value, 0);
            assertThat(keyless.removes()).isFalse();
            assertThatThrownBy(keyless::read)
                    .isInstanceOf(MalformedRequest.class)
                    .hasMessageContaining("has no key");
        }
    }
}
