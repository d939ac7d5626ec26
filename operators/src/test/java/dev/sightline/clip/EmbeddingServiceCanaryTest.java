// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.clip.SickEncoder.Illness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service whose model falls sick. */
@Timeout(30)
class EmbeddingServiceCanaryTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger failures = new AtomicInteger();
    private final SickEncoder encoder = new SickEncoder();
    private EmbeddingService service;

    private void serve(Duration interval, int size) {
        Canary canary = new Canary(List.of(SickEncoder.reference(1)), interval, nanos::get);
        BatchSettings batch = new BatchSettings(size, Duration.ofMillis(50), 64);
        service = new EmbeddingService(encoder, canary, batch, failures::incrementAndGet);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private CompletableFuture<float[]> embed(int value) throws InterruptedException {
        return service.embed(SickEncoder.picture(value));
    }

    private static void assertRefused(CompletableFuture<float[]> vector) {
        assertThatThrownBy(vector::get)
                .hasCauseInstanceOf(ModelException.WrongVector.class)
                .hasMessageContaining("picture-1.png");
    }

    @Test
    void noSampleOfTheBatchThatIsCheckedGetsAWrongVectorAndNoneLaterOne() throws Exception {
        serve(HOUR, 4);
        assertThat(embed(5).get()).containsExactly(SickEncoder.vector(5));
        encoder.suffer(Illness.CONSTANT);
        nanos.addAndGet(HOUR.toNanos());
        List<CompletableFuture<float[]>> vectors = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            vectors.add(embed(i));
        }
        vectors.forEach(EmbeddingServiceCanaryTest::assertRefused);
        assertRefused(embed(6));
        encoder.awaitClosed();
        assertThat(failures).hasValue(1);
        assertThat(service.failure()).isInstanceOf(ModelException.WrongVector.class);
    }

    @Test
    void aModelThatGivesNoNumbersIsNotTakenForSomeBadPictures() throws Exception {
        serve(HOUR, 4);
        embed(5).get();
        encoder.suffer(Illness.NO_NUMBERS);
        nanos.addAndGet(HOUR.toNanos());
        List<CompletableFuture<float[]>> vectors = List.of(embed(1), embed(2), embed(3));
        vectors.forEach(EmbeddingServiceCanaryTest::assertRefused);
    }

    @Test
    void batchesOfOneAreCheckedToo() throws Exception {
        serve(HOUR, 1);
        embed(5).get();
        assertThat(encoder.batch()).isEqualTo(1);
        encoder.suffer(Illness.CONSTANT);
        nanos.addAndGet(HOUR.toNanos());
        assertRefused(embed(6));
    }

    @Test
    void aBatchWithAReferencePictureIsNoLargerThanOthers() throws Exception {
        serve(HOUR, 2);
        embed(5).get();
        nanos.addAndGet(HOUR.toNanos());
        List<CompletableFuture<float[]>> vectors = List.of(embed(6), embed(7), embed(8));
        for (CompletableFuture<float[]> vector : vectors) {
            vector.get();
            assertThat(encoder.batch()).isLessThanOrEqualTo(2);
        }
        assertThat(service.canaryCosine()).isGreaterThan(0.999);
    }

    @Test
    void aServiceWithoutWorkIsCheckedAllTheSame() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        Canary canary =
                new Canary(
                        List.of(SickEncoder.reference(1)), Duration.ofMillis(20), System::nanoTime);
        BatchSettings batch = new BatchSettings(4, Duration.ZERO, 64);
        service = new EmbeddingService(encoder, canary, batch, failed::countDown);
        embed(5).get();
        encoder.suffer(Illness.CONSTANT);
        failed.await();
        encoder.awaitClosed();
        assertRefused(embed(6));
    }

    @Test
    void aCheckOnDemandDoesNotWaitForWorkOrPatience() throws Exception {
        serve(HOUR, 4);
        embed(5).get();
        service.check().get();
        assertThat(encoder.batch()).as("the reference picture alone").isEqualTo(1);
        CompletableFuture<float[]> vector = embed(6);
        service.check().get();
        assertThat(vector.get()).containsExactly(SickEncoder.vector(6));
    }

    @Test
    void aCheckOnDemandFindsASickModel() throws Exception {
        serve(HOUR, 4);
        service.check().get();
        encoder.suffer(Illness.CONSTANT);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(service.check()::get)
                    .hasCauseInstanceOf(ModelException.WrongVector.class);
        }
        assertRefused(embed(6));
    }

    @Test
    void checksAreAnsweredHoweverManyAskAtATime() {
        serve(HOUR, 2);
        List<CompletableFuture<Void>> checks =
                IntStream.range(0, 64).parallel().mapToObj(i -> service.check()).toList();
        assertThat(CompletableFuture.allOf(checks.toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void aServiceWithoutReferencePicturesPassesAndAClosedOneDoesNot() throws Exception {
        Canary none = new Canary(List.of(), HOUR, System::nanoTime);
        service =
                new EmbeddingService(
                        encoder, none, new BatchSettings(4, Duration.ZERO, 64), () -> {});
        service.check().get();
        service.close();
        assertThatThrownBy(service.check()::get)
                .hasRootCauseMessage("the embedding service is closed");
    }
}
