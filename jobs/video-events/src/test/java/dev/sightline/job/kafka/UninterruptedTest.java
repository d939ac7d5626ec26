// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class UninterruptedTest {

    @Test
    void anInterruptionWaitsUntilTheCallHasEnded() throws IOException {
        CountDownLatch go = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        new Thread(go::countDown).start();
        String answer =
                Uninterrupted.call(
                        "start",
                        () -> {
                            go.await();
                            return "started";
                        });
        assertThat(answer).isEqualTo("started");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aCallThatIsNotInterruptedLeavesTheThreadAsItWas() throws IOException {
        ClassLoader seen =
                Uninterrupted.call("start", () -> Thread.currentThread().getContextClassLoader());
        assertThat(seen).isSameAs(Thread.currentThread().getContextClassLoader());
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aFailureIsTheCauseOfTheOneThatIsThrown() {
        IllegalStateException failure = new IllegalStateException("fenced");
        assertThatThrownBy(
                        () ->
                                Uninterrupted.call(
                                        "start",
                                        () -> {
                                            throw failure;
                                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("start: fenced")
                .hasCause(failure);
    }
}
