// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What needs no broker. */
class ControlFollowerTest {

    @Test
    void whatIsWrongWithTheSettingsIsToldWithoutThem() throws Exception {
        Map<String, Object> client =
                Map.of("bootstrap.servers", "127.0.0.1:1", "security.protocol", "a secret");
        try (ControlFollower follower = new ControlFollower(client)) {
            follower.start();
            await().until(() -> follower.problem().contains("check the Kafka settings"));
            assertThat(follower.problem()).doesNotContain("a secret");
            assertThat(follower.awaitCaughtUp(Duration.ofMillis(1))).isEmpty();
            assertThat(follower.records()).isEmpty();
        }
    }

    @Test
    void nothingIsListedBeforeItIsKnown() {
        try (StandingQueries queries =
                StandingQueries.start(Map.of("bootstrap.servers", "127.0.0.1:1"))) {
            assertThatThrownBy(queries::list)
                    .isInstanceOf(QueriesUnavailable.class)
                    .hasMessageContaining("not known");
        }
    }

    @Test
    void goesOnAfterAnyFailure() {
        Object broken =
                new Object() {
                    @Override
                    public String toString() {
                        throw new StackOverflowError("deep");
                    }
                };
        Map<String, Object> client =
                Map.of("bootstrap.servers", "127.0.0.1:1", "client.id", broken);
        try (ControlFollower follower = new ControlFollower(client)) {
            follower.start();
            await().until(() -> follower.problem().contains("the log of the service says why"));
        }
    }
}
