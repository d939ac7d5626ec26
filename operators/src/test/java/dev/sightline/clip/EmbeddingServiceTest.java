// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EmbeddingServiceTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private static BatchSettings settings(int size, Duration patience, int capacity) {
        return new BatchSettings(size, patience, capacity);
    }

    /** One that nobody watches. */
    private static EmbeddingService service(ImageEncoder encoder, BatchSettings settings) {
        Canary none = new Canary(List.of(), LONG, System::nanoTime);
        return new EmbeddingService(encoder, none, settings, () -> {});
    }

    private static List<CompletableFuture<float[]>> embed(EmbeddingService service, int... first)
            throws InterruptedException {
        List<CompletableFuture<float[]>> vectors = new ArrayList<>();
        for (int value : first) {
            vectors.add(service.embed(new byte[] {(byte) value}));
        }
        return vectors;
    }

    private static void assertVector(CompletableFuture<float[]> vector, int value)
            throws Exception {
        assertThat(vector.get()).containsExactly(value);
    }

    private static void assertFails(CompletableFuture<float[]> vector, String message) {
        assertThatThrownBy(vector::get)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage(message);
    }

    /** Waits until a thread waits for a place in the queue. */
    private static void awaitWaiting(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
    }

    @Test
    void aFullBatchRunsAtOnceHoweverLongThePatience() throws Exception {
        FakeImageEncoder encoder = FakeImageEncoder.free();
        try (EmbeddingService service = service(encoder, settings(3, LONG, 9))) {
            List<CompletableFuture<float[]>> vectors = embed(service, 1, 2, 3, 4, 5, 6);
            for (int i = 0; i < vectors.size(); i++) {
                assertVector(vectors.get(i), i + 1);
            }
            assertThat(encoder.sizes()).containsExactly(3, 3);
            assertThat(service.batches()).isEqualTo(2);
            assertThat(service.pictures()).isEqualTo(6);
            assertThat(service.queueLength()).isZero();
        }
    }

    @Test
    void anUnfilledBatchRunsWhenItsFirstPictureHasWaitedLongEnough() throws Exception {
        FakeImageEncoder encoder = FakeImageEncoder.free();
        Duration patience = Duration.ofMillis(200);
        try (EmbeddingService service = service(encoder, settings(64, patience, 64))) {
            long begin = System.nanoTime();
            List<CompletableFuture<float[]>> vectors = embed(service, 1, 2);
            assertVector(vectors.get(1), 2);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isGreaterThanOrEqualTo(patience);
            assertThat(encoder.sizes()).containsExactly(2);
        }
    }

    @Test
    void withoutPatienceAPictureRunsAlone() throws Exception {
        FakeImageEncoder encoder = FakeImageEncoder.free();
        try (EmbeddingService service = service(encoder, settings(64, Duration.ZERO, 64))) {
            assertVector(embed(service, 7).get(0), 7);
            assertThat(encoder.sizes()).containsExactly(1);
        }
    }

    @Test
    void aQueueSmallerThanABatchLimitsTheBatch() throws Exception {
        FakeImageEncoder encoder = FakeImageEncoder.free();
        try (EmbeddingService service = service(encoder, settings(64, LONG, 2))) {
            assertVector(embed(service, 1, 2).get(1), 2);
            assertThat(encoder.sizes()).containsExactly(2);
        }
    }

    @Test
    void aPoisonousPictureFailsAloneAndTheWorkerGoesOn() throws Exception {
        FakeImageEncoder encoder = FakeImageEncoder.free();
        try (EmbeddingService service = service(encoder, settings(3, LONG, 9))) {
            List<CompletableFuture<float[]>> vectors =
                    embed(service, 1, FakeImageEncoder.POISON, 3);
            assertVector(vectors.get(0), 1);
            assertFails(vectors.get(1), "poison");
            assertVector(vectors.get(2), 3);
            assertThat(encoder.sizes()).containsExactly(3, 1, 1, 1);
            assertVector(embed(service, 4, 5, 6).get(2), 6);
            assertThat(service.pictures()).isEqualTo(5);
        }
    }

    @Test
    void anErrorReachesWhoWaitsAndTheWorkerGoesOn() throws Exception {
        try (EmbeddingService service = service(FakeImageEncoder.free(), settings(1, LONG, 9))) {
            assertFails(embed(service, FakeImageEncoder.FATAL).get(0), "made up");
            assertVector(embed(service, 4).get(0), 4);
        }
    }

    @Test
    void aVectorThatIsMissingFailsInsteadOfWaitingForEver() throws Exception {
        try (EmbeddingService service = service(FakeImageEncoder.free(), settings(2, LONG, 9))) {
            List<CompletableFuture<float[]>> vectors =
                    embed(service, FakeImageEncoder.LOSES_ONE, 2);
            assertFails(vectors.get(0), "the model gave 0 vectors for 1 pictures");
            assertVector(vectors.get(1), 2);
        }
    }

    @Test
    void aFullQueueBlocksTheCallerUntilThereIsAPlace() throws Exception {
        FakeImageEncoder encoder = new FakeImageEncoder();
        try (EmbeddingService service = service(encoder, settings(1, LONG, 2))) {
            embed(service, 1);
            encoder.awaitBatch();
            embed(service, 2, 3);
            CompletableFuture<float[]> fourth = new CompletableFuture<>();
            Thread caller = caller(service, 4, fourth);
            awaitWaiting(caller);
            assertThat(service.queueLength()).isEqualTo(2);
            encoder.allow(4);
            assertVector(fourth, 4);
            caller.join();
        }
    }

    /** Calls from a thread of its own and hands the outcome on, an interruption too. */
    private static Thread caller(
            EmbeddingService service, int value, CompletableFuture<float[]> outcome) {
        Thread caller =
                new Thread(
                        () -> {
                            try {
                                embed(service, value)
                                        .get(0)
                                        .whenComplete(
                                                (vector, failure) -> {
                                                    if (failure == null) {
                                                        outcome.complete(vector);
                                                    } else {
                                                        outcome.completeExceptionally(failure);
                                                    }
                                                });
                            } catch (InterruptedException e) {
                                outcome.completeExceptionally(e);
                            }
                        });
        caller.start();
        return caller;
    }

    @Test
    void aCallerThatWaitsForAPlaceCanBeInterrupted() throws Exception {
        FakeImageEncoder encoder = new FakeImageEncoder();
        try (EmbeddingService service = service(encoder, settings(1, LONG, 1))) {
            embed(service, 1);
            encoder.awaitBatch();
            embed(service, 2);
            CompletableFuture<float[]> third = new CompletableFuture<>();
            Thread caller = caller(service, 3, third);
            awaitWaiting(caller);
            caller.interrupt();
            assertThatThrownBy(third::get).hasRootCauseInstanceOf(InterruptedException.class);
            encoder.allow(2);
        }
    }

    @Test
    void closingRunsWhatIsQueuedWithoutPatienceAndClosesTheEncoder() throws Exception {
        FakeImageEncoder encoder = FakeImageEncoder.free();
        EmbeddingService service = service(encoder, settings(64, LONG, 64));
        List<CompletableFuture<float[]>> vectors = embed(service, 1, 2, 3);
        service.close();
        assertVector(vectors.get(2), 3);
        assertThat(encoder.isClosed()).isTrue();
        assertFails(embed(service, 4).get(0), "the embedding service is closed");
        service.close();
    }

    @Test
    void closingLetsEveryCallerGoThatWaitsForAPlace() throws Exception {
        FakeImageEncoder encoder = new FakeImageEncoder();
        EmbeddingService service = service(encoder, settings(1, LONG, 1));
        CompletableFuture<float[]> running = embed(service, 1).get(0);
        encoder.awaitBatch();
        CompletableFuture<float[]> queued = embed(service, 2).get(0);
        List<CompletableFuture<float[]>> refused = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            refused.add(new CompletableFuture<>());
            awaitWaiting(caller(service, 3, refused.get(i)));
        }
        Thread closer = new Thread(service::close);
        closer.start();
        for (CompletableFuture<float[]> vector : refused) {
            assertFails(vector, "the embedding service is closed");
        }
        encoder.allow(2);
        closer.join();
        assertVector(running, 1);
        assertVector(queued, 2);
    }

    @Test
    void anInterruptedCloseRefusesWhatIsQueued() throws Exception {
        FakeImageEncoder encoder = new FakeImageEncoder();
        EmbeddingService service = service(encoder, settings(1, LONG, 5));
        CompletableFuture<float[]> running = embed(service, 1).get(0);
        encoder.awaitBatch();
        CompletableFuture<float[]> queued = embed(service, 2).get(0);
        Thread closer = new Thread(service::close);
        closer.start();
        awaitWaiting(closer);
        closer.interrupt();
        closer.join();
        encoder.allow(1);
        assertVector(running, 1);
        assertFails(queued, "the embedding service is closed");
        encoder.awaitClosed();
    }

    @Test
    void theWorkerDoesNotKeepTheClassLoaderOfTheJobThatCameFirst() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        FakeImageEncoder encoder = FakeImageEncoder.free();
        Thread.currentThread().setContextClassLoader(new ClassLoader(before) {});
        try (EmbeddingService service = service(encoder, settings(1, Duration.ZERO, 1))) {
            assertVector(embed(service, 1).get(0), 1);
            assertThat(encoder.contextClassLoader())
                    .isSameAs(EmbeddingService.class.getClassLoader());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> settings(0, LONG, 1)).hasMessageContaining("size 0");
        assertThatThrownBy(() -> settings(1, LONG, 0)).hasMessageContaining("capacity 0");
        assertThatThrownBy(() -> settings(1, Duration.ofMillis(-1), 1))
                .hasMessageContaining("PT-0.001S");
    }
}
