// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The image towers of this process: one service per bundle digest and device, shared by all tasks.
 * A service that nobody leases any more is unloaded after a minute, so that a job which restarts
 * finds its model loaded.
 *
 * <p>Static, in the class loader of the operators' jar; it has to be Flink's {@code lib/}, or each
 * job would load the model again.
 */
public final class EmbeddingServices {

    private static final SharedModels<Key, EmbeddingService> SHARED =
            new SharedModels<>(Duration.ofSeconds(60), EmbeddingService::close);

    private record Key(String digest, Device device) {}

    private EmbeddingServices() {}

    /**
     * Takes a share in the service of a model, loading it if nobody has.
     *
     * @param digest of the bundle at {@code settings.path()}
     * @param settings how to load it; threads and batches of the first lease count for all
     * @throws ModelException if the model cannot be loaded, or the folder has another one
     */
    public static SharedModels.Lease<EmbeddingService> acquire(
            String digest, ModelSettings settings) {
        return SHARED.acquire(new Key(digest, settings.device()), () -> load(digest, settings));
    }

    private static EmbeddingService load(String digest, ModelSettings settings) {
        ModelBundle bundle = ModelBundle.load(Path.of(settings.path()), digest);
        return new EmbeddingService(
                new OnnxImageEncoder(bundle, settings.device(), settings.threads()),
                settings.batch());
    }
}
