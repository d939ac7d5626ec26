// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.event.QueryRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownUpdatesTest {

    private final KnownUpdates known =
            new KnownUpdates(
                    new InitialQueries(
                            List.of(
                                    QueryCommand.ofSettings(
                                            QueryRequest.ofText("first", "a cat", 1)),
                                    QueryCommand.ofRecord("cats/wrong/m1", new byte[0], 1)),
                            2));

    private static QueryUpdate added(String id, long submission) {
        return new QueryUpdate(id, TestQueries.text(id, TestQueries.axis(0), 1), 5, submission);
    }

    private static QueryUpdate removed(String id, long submission) {
        return new QueryUpdate(id, null, 6, submission);
    }

    @Test
    void aRemovalIsKeptOfAQueryThatWouldComeBackOnly() {
        assertThat(known.keeps(removed("first", 2))).isTrue();
        assertThat(known.keeps(removed("later", 2))).isFalse();
        assertThat(known.keeps(added("first", 2))).isTrue();
        assertThat(known.keeps(added("later", 2))).isTrue();
    }

    @Test
    void whatOtherSubmissionsToldIsObsolete() {
        assertThat(
                        known.obsolete(
                                List.of(
                                        Map.entry("old", added("old", 1)),
                                        Map.entry("gone", removed("gone", 1)),
                                        Map.entry("first", added("first", 2))),
                                QueryUpdate::submission))
                .containsExactly("old", "gone");
    }
}
