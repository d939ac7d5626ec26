// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedModelsTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final AtomicInteger loads = new AtomicInteger();
    private final BlockingQueue<String> unloaded = new LinkedBlockingQueue<>();
    private final Supplier<String> loader = () -> "model " + loads.incrementAndGet();

    private SharedModels<String, String> models(Duration unloadDelay) {
        return new SharedModels<>(unloadDelay, unloaded::add);
    }

    @Test
    void oneModelIsLoadedOnceAndAnotherByItself() {
        SharedModels<String, String> models = models(LONG);
        assertThat(models.acquire("a", loader).model()).isEqualTo("model 1");
        assertThat(models.acquire("a", loader).model()).isEqualTo("model 1");
        assertThat(models.acquire("b", loader).model()).isEqualTo("model 2");
    }

    @Test
    void tasksThatStartAtTheSameTimeShareOneModel() {
        SharedModels<String, String> models = models(Duration.ZERO);
        List<CompletableFuture<SharedModels.Lease<String>>> tasks =
                IntStream.range(0, 16)
                        .mapToObj(
                                task ->
                                        CompletableFuture.supplyAsync(
                                                () -> models.acquire("a", loader)))
                        .toList();
        tasks.forEach(task -> assertThat(task.join().model()).isEqualTo("model 1"));
        tasks.forEach(task -> task.join().close());
        assertThat(unloaded).containsExactly("model 1");
    }

    @Test
    void closingUnloadsAtOnceWhatNobodyLeasesAndTheRestLater() {
        SharedModels<String, String> models = models(LONG);
        models.acquire("idle", loader).close();
        SharedModels.Lease<String> leased = models.acquire("leased", loader);
        models.close();
        models.close();
        assertThat(unloaded).containsExactly("model 1");
        leased.close();
        assertThat(unloaded).containsExactly("model 1", "model 2");
    }

    @Test
    void aModelIsUnloadedOnceItsLastLeaseIsClosed() {
        SharedModels<String, String> models = models(Duration.ZERO);
        SharedModels.Lease<String> first = models.acquire("a", loader);
        SharedModels.Lease<String> second = models.acquire("a", loader);
        first.close();
        first.close();
        assertThat(unloaded).as("while one lease is open").isEmpty();
        second.close();
        assertThat(unloaded).containsExactly("model 1");
        assertThat(models.acquire("a", loader).model()).isEqualTo("model 2");
    }

    @Test
    void aModelIsUnloadedLaterWhereItMayBeWantedAgain() throws InterruptedException {
        SharedModels<String, String> models = models(Duration.ofMillis(50));
        models.acquire("a", loader).close();
        assertThat(unloaded.take()).isEqualTo("model 1");
        assertThat(models.acquire("a", loader).model()).isEqualTo("model 2");
    }

    @Test
    void aJobThatRestartsFindsItsModelLoaded() throws InterruptedException {
        SharedModels<String, String> models = models(Duration.ofMillis(300));
        models.acquire("a", loader).close();
        SharedModels.Lease<String> again = models.acquire("a", loader);
        Thread.sleep(500);
        assertThat(unloaded).isEmpty();
        assertThat(again.model()).isEqualTo("model 1");
    }

    @Test
    void aModelThatIsNoLongerUsableIsLoadedAnewWhileOthersStillHaveIt() {
        AtomicBoolean broken = new AtomicBoolean();
        SharedModels<String, String> models =
                new SharedModels<>(
                        Duration.ZERO,
                        unloaded::add,
                        model -> !broken.get() || !model.equals("model 1"));
        SharedModels.Lease<String> old = models.acquire("a", loader);
        broken.set(true);
        SharedModels.Lease<String> next = models.acquire("a", loader);
        assertThat(next.model()).isEqualTo("model 2");
        old.close();
        assertThat(unloaded).containsExactly("model 1");
        assertThat(models.acquire("a", loader).model()).isEqualTo("model 2");
    }

    /** Loads a model until it is told to go on. */
    private static final class SlowLoader {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CompletableFuture<String> model = new CompletableFuture<>();

        private CompletableFuture<SharedModels.Lease<String>> load(
                SharedModels<String, String> models) throws InterruptedException {
            CompletableFuture<SharedModels.Lease<String>> lease =
                    CompletableFuture.supplyAsync(() -> models.acquire("a", this::model));
            begun.await();
            return lease;
        }

        private String model() {
            begun.countDown();
            return model.join();
        }
    }

    @Test
    void aTaskThatIsCancelledDoesNotWaitForAnotherThatLoads() throws Exception {
        SharedModels<String, String> models = models(Duration.ZERO);
        SlowLoader slow = new SlowLoader();
        CompletableFuture<SharedModels.Lease<String>> loads = slow.load(models);
        CompletableFuture<Boolean> cancelled =
                CompletableFuture.supplyAsync(
                        () -> {
                            Thread.currentThread().interrupt();
                            assertThatThrownBy(() -> models.acquire("a", loader))
                                    .isInstanceOf(CancellationException.class);
                            return Thread.interrupted();
                        });
        assertThat(cancelled.get()).as("still said to be cancelled").isTrue();
        slow.model.complete("slow");
        loads.get().close();
        assertThat(unloaded).as("no share is left").containsExactly("slow");
    }

    @Test
    void aModelIsLoadedWhileAnotherOneIs() throws Exception {
        SharedModels<String, String> models = models(LONG);
        SlowLoader slow = new SlowLoader();
        CompletableFuture<SharedModels.Lease<String>> loads = slow.load(models);
        assertThat(CompletableFuture.supplyAsync(() -> models.acquire("b", loader)).get().model())
                .isEqualTo("model 1");
        slow.model.complete("slow");
        assertThat(loads.get().model()).isEqualTo("slow");
    }

    @Test
    void whoWaitsForAModelThatCannotBeLoadedTriesAgain() throws Exception {
        SharedModels<String, String> models = models(Duration.ZERO);
        SlowLoader slow = new SlowLoader();
        CompletableFuture<SharedModels.Lease<String>> loads = slow.load(models);
        CompletableFuture<SharedModels.Lease<String>> waits =
                CompletableFuture.supplyAsync(() -> models.acquire("a", loader));
        slow.model.completeExceptionally(new ModelException("no such model"));
        assertThatThrownBy(loads::get).hasRootCauseMessage("no such model");
        SharedModels.Lease<String> lease = waits.get();
        assertThat(lease.model()).isEqualTo("model 1");
        lease.close();
        assertThat(unloaded).containsExactly("model 1");
    }

    @Test
    void aModelThatCannotBeLoadedIsTriedAgainByTheNextTask() {
        SharedModels<String, String> models = models(LONG);
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(
                            () ->
                                    models.acquire(
                                            "a",
                                            () -> {
                                                loads.incrementAndGet();
                                                throw new ModelException("no such model");
                                            }))
                    .hasMessage("no such model");
            assertThat(loads).hasValue(attempt);
        }
    }
}
