// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopSignalTest {

    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void endsAWaitFromAnotherThread() throws Exception {
        StopSignal whole = new StopSignal();
        CompletableFuture<Boolean> ofWhole = ended(whole);
        CompletableFuture<Boolean> ofPart = ended(whole.part().part());
        whole.stop();
        assertThat(ofWhole.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ofPart.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPartStopsNeitherTheWholeNorOtherParts() throws IOException {
        StopSignal whole = new StopSignal();
        StopSignal part = whole.part();
        part.stop();
        assertThatIOException().isThrownBy(part::check);
        assertThatIOException().isThrownBy(() -> part.sleep(LONG));
        whole.check();
        whole.part().sleep(Duration.ofMillis(1));
        assertThat(whole.isStopped()).isFalse();
    }

    @Test
    void tellsThoseWhoListenOnceAndLatecomersAtOnce() {
        StopSignal signal = new StopSignal();
        List<String> told = new ArrayList<>();
        Runnable left = () -> told.add("left");
        signal.onStop(left);
        signal.onStop(() -> told.add("early"));
        signal.forget(left);
        signal.stop();
        signal.onStop(() -> told.add("late"));
        assertThat(told).containsExactly("early", "late");
    }

    @Test
    void anInterruptedThreadIsStillInterruptedBehindItsWait() {
        Thread.currentThread().interrupt();
        assertThatIOException().isThrownBy(() -> new StopSignal().sleep(LONG));
        assertThat(Thread.interrupted()).isTrue();
    }

    private static CompletableFuture<Boolean> ended(StopSignal signal) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        signal.sleep(LONG);
                        return false;
                    } catch (IOException e) {
                        return true;
                    }
                });
    }
}
