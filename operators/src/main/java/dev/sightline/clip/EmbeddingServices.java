// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The image towers of this process: one service per bundle digest and device, shared by all tasks.
 * A service that nobody leases any more is unloaded after a minute, so that a job which restarts
 * finds its model loaded; one that has stopped serving is loaded anew.
 *
 * <p>Static, in the class loader of the operators' jar; it has to be Flink's {@code lib/}, or each
 * job would load the model again.
 */
public final class EmbeddingServices {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingServices.class);

    private static final SharedModels<Key, EmbeddingService> SHARED =
            new SharedModels<>(
                    Duration.ofSeconds(60),
                    EmbeddingService::close,
                    service -> service.failure() == null);

    private static final Map<String, AtomicLong> FAILURES = new ConcurrentHashMap<>();

    private record Key(String digest, Device device) {}

    private EmbeddingServices() {}

    /**
     * Takes a share in the service of a model, loading it if nobody has.
     *
     * @param digest of the bundle at {@code settings.path()}
     * @param settings how to load it; threads, batches and checks of the first lease count for all
     * @throws ModelException if the model cannot be loaded or gives wrong vectors, or the folder
     *     has another one
     */
    public static SharedModels.Lease<EmbeddingService> acquire(
            String digest, ModelSettings settings) {
        return acquire(digest, settings, EmbeddingServices::onnx);
    }

    static SharedModels.Lease<EmbeddingService> acquire(
            String digest, ModelSettings settings, EncoderLoader loader) {
        return SHARED.acquire(
                new Key(digest, settings.device()), () -> load(digest, settings, loader));
    }

    /** The image tower as it is. */
    static ImageEncoder onnx(ModelBundle bundle, ModelSettings settings) {
        return new OnnxImageEncoder(bundle, settings.device(), settings.threads());
    }

    private static EmbeddingService load(
            String digest, ModelSettings settings, EncoderLoader loader) {
        ModelBundle bundle = ModelBundle.load(Path.of(settings.path()), digest);
        List<ReferencePicture> references = bundle.references();
        if (references.isEmpty()) {
            LOG.warn(
                    "{} has no {} with pictures: nobody will notice if its vectors become wrong",
                    bundle.folder(),
                    ReferenceFile.FILE);
        }
        Canary canary = new Canary(references, settings.canaryInterval(), System::nanoTime);
        ImageEncoder encoder = loader.load(bundle, settings);
        try {
            new WatchedEncoder(encoder, canary).check();
        } catch (RuntimeException e) {
            encoder.close();
            throw e;
        }
        return new EmbeddingService(
                encoder, canary, settings.batch(), failures(digest)::incrementAndGet);
    }

    /** How often a model has stopped serving in this process. */
    static AtomicLong failures(String digest) {
        return FAILURES.computeIfAbsent(digest, first -> new AtomicLong());
    }
}
