// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveFeedTest {

    private static final LiveMessage ONE = new LiveMessage("match", "{}");

    private final LiveFeed feed = new LiveFeed(2, 3);

    @Test
    void eachListenerGetsEachMessage() throws Exception {
        LiveListener a = feed.listen().orElseThrow();
        LiveListener b = feed.listen().orElseThrow();
        feed.publish(ONE);
        assertThat(a.next(Duration.ZERO)).hasValue(ONE);
        assertThat(b.next(Duration.ZERO)).hasValue(ONE);
        assertThat(a.next(Duration.ZERO)).isEmpty();
        assertThat(a.ended()).isFalse();
    }

    @Test
    void thereIsAMostOfListeners() {
        LiveListener a = feed.listen().orElseThrow();
        feed.listen().orElseThrow();
        assertThat(feed.listen()).isEmpty();
        a.close();
        assertThat(feed.listen()).isPresent();
        assertThat(feed.listeners()).isEqualTo(2);
    }

    @Test
    void aSlowListenerIsDropped() throws Exception {
        LiveListener slow = feed.listen().orElseThrow();
        LiveListener quick = feed.listen().orElseThrow();
        for (int i = 0; i < 4; i++) {
            feed.publish(ONE);
            assertThat(quick.next(Duration.ZERO)).hasValue(ONE);
        }
        assertThat(slow.ended()).isTrue();
        assertThat(slow.next(Duration.ZERO)).isEmpty();
        assertThat(quick.ended()).isFalse();
        assertThat(feed.listeners()).isEqualTo(1);
    }

    @Test
    void closingWakesUpWhoWaits() throws Exception {
        LiveListener listener = feed.listen().orElseThrow();
        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return listener.next(Duration.ofMinutes(5)).isEmpty();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        feed.close();
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(listener.ended()).isTrue();
        assertThat(feed.listen()).isEmpty();
    }

    @Test
    void aLineCannotPretendToBeAnother() {
        assertThatThrownBy(() -> new LiveMessage("match", "{}\nevent: status"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
