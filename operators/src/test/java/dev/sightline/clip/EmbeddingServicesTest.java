// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingServicesTest {

    private static final BatchSettings BATCH = new BatchSettings(1, Duration.ZERO, 1);

    @TempDir Path folder;

    private ModelSettings settings(Device device, int threads) {
        return new ModelSettings(folder.toString(), device, threads, BATCH);
    }

    @Test
    void oneModelOnOneDeviceHasOneService() throws IOException {
        String digest = new SmallBundle(folder).load().digest();
        try (var first = EmbeddingServices.acquire(digest, settings(Device.CPU, 1));
                var second = EmbeddingServices.acquire(digest, settings(Device.CPU, 2));
                var other = EmbeddingServices.acquire(digest, settings(Device.AUTO, 1))) {
            assertThat(second.model()).isSameAs(first.model());
            assertThat(other.model()).isNotSameAs(first.model());
        }
    }

    @Test
    void aFolderThatHoldsAnotherModelThanTheJobsIsRefused() throws IOException {
        ModelBundle bundle = new SmallBundle(folder).load();
        assertThatThrownBy(() -> EmbeddingServices.acquire("sha256:other", settings(Device.CPU, 1)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(bundle.digest())
                .hasMessageContaining("sha256:other")
                .hasMessageContaining("same bundle on every machine");
    }
}
