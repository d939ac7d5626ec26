// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class EmbeddingServicesTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final BatchSettings BATCH = new BatchSettings(1, Duration.ZERO, 1);

    private final List<FakeImageEncoder> loaded = new CopyOnWriteArrayList<>();

    private EmbeddingServices registry(Duration unloadDelay) {
        return new EmbeddingServices(
                unloadDelay,
                (digest, settings) -> {
                    FakeImageEncoder encoder = FakeImageEncoder.free();
                    loaded.add(encoder);
                    return new EmbeddingService(encoder, settings.batch());
                });
    }

    private static ModelSettings settings(Device device) {
        return new ModelSettings("/nowhere", device, 1, BATCH);
    }

    @Test
    void oneModelOnOneDeviceIsLoadedOnce() {
        EmbeddingServices services = registry(LONG);
        EmbeddingServices.Lease first = services.acquire("a", settings(Device.CPU));
        EmbeddingServices.Lease second = services.acquire("a", settings(Device.CPU));
        assertThat(second.service()).isSameAs(first.service());
        assertThat(loaded).hasSize(1);
    }

    @Test
    void tasksThatStartAtTheSameTimeShareOneModel() {
        EmbeddingServices services = registry(LONG);
        List<CompletableFuture<EmbeddingService>> tasks =
                IntStream.range(0, 16)
                        .mapToObj(
                                task ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        services.acquire("a", settings(Device.CPU))
                                                                .service()))
                        .toList();
        assertThat(tasks.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(loaded).hasSize(1);
    }

    @Test
    void otherModelsAndDevicesHaveServicesOfTheirOwn() {
        EmbeddingServices services = registry(LONG);
        services.acquire("a", settings(Device.CPU));
        services.acquire("b", settings(Device.CPU));
        services.acquire("a", settings(Device.AUTO));
        assertThat(loaded).hasSize(3);
    }

    @Test
    void aModelIsUnloadedOnceItsLastLeaseIsClosed() throws Exception {
        EmbeddingServices services = registry(Duration.ofMillis(20));
        EmbeddingServices.Lease first = services.acquire("a", settings(Device.CPU));
        EmbeddingServices.Lease second = services.acquire("a", settings(Device.CPU));
        first.close();
        first.close();
        Thread.sleep(100);
        assertThat(loaded.get(0).isClosed()).as("while one lease is open").isFalse();
        assertThat(second.service().embed(new byte[] {5}).get()).containsExactly(5);
        second.close();
        loaded.get(0).awaitClosed();
        services.acquire("a", settings(Device.CPU));
        assertThat(loaded).hasSize(2);
    }

    @Test
    void aJobThatRestartsFindsItsModelLoaded() throws Exception {
        EmbeddingServices services = registry(Duration.ofMillis(500));
        services.acquire("a", settings(Device.CPU)).close();
        EmbeddingServices.Lease again = services.acquire("a", settings(Device.CPU));
        Thread.sleep(700);
        assertThat(loaded).hasSize(1);
        assertThat(again.service().embed(new byte[] {5}).get()).containsExactly(5);
    }

    @Test
    void aModelThatCannotBeLoadedIsTriedAgainByTheNextTask() {
        EmbeddingServices services =
                new EmbeddingServices(
                        LONG,
                        (digest, settings) -> {
                            loaded.add(FakeImageEncoder.free());
                            throw new ModelException("no such model");
                        });
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() -> services.acquire("a", settings(Device.CPU)))
                    .hasMessage("no such model");
            assertThat(loaded).hasSize(attempt);
        }
    }

    @Test
    void theProcessRefusesAFolderThatHoldsAnotherModelThanTheJobs(@TempDir Path folder)
            throws IOException {
        ModelBundle bundle = new SmallBundle(folder).load();
        ModelSettings settings = new ModelSettings(folder.toString(), Device.CPU, 1, BATCH);
        assertThatThrownBy(() -> EmbeddingServices.ofProcess().acquire("sha256:other", settings))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(bundle.digest())
                .hasMessageContaining("sha256:other")
                .hasMessageContaining("same bundle on every machine");
    }
}
