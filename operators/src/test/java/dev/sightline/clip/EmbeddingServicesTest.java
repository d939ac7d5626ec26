// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddingServicesTest {

    private static final BatchSettings BATCH = new BatchSettings(1, Duration.ZERO, 1);

    @TempDir Path folder;

    private ModelSettings settings(Device device, int threads) {
        return new ModelSettings(folder.toString(), device, threads, BATCH, Duration.ofSeconds(30));
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

    private static final byte[] RGB = new byte[SmallBundle.WIDTH * SmallBundle.HEIGHT * 3];

    /** A bundle whose reference says what its image tower gives at first. */
    private SmallBundle watched() throws IOException {
        SmallBundle small = new SmallBundle(folder).unshared();
        float[] vector;
        try (ImageEncoder encoder = new OnnxImageEncoder(small.load(), Device.CPU, 1)) {
            vector = encoder.encode(List.of(RGB))[0];
        }
        return small.reference("black.png", RGB, vector);
    }

    @Test
    void aModelThatGivesItsReferenceVectorServes() throws Exception {
        String digest = watched().load().digest();
        try (var lease = EmbeddingServices.acquire(digest, settings(Device.CPU, 1))) {
            assertThat(lease.model().canaryCosine()).isGreaterThan(0.9999);
            assertThat(lease.model().embed(RGB).get()).hasSize(SmallBundle.DIMENSION);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CUDA", mode = EnumSource.Mode.EXCLUDE)
    void aModelThatSeesTheSameInEveryPictureDoesNotStart(Device device) throws IOException {
        String digest = watched().constant().load().digest();
        assertThatThrownBy(() -> EmbeddingServices.acquire(digest, settings(device, 1)))
                .isInstanceOf(ModelException.WrongVector.class)
                .hasMessageContaining("black.png");
    }

    @Test
    @Timeout(30)
    void aModelThatStoppedServingIsLoadedAnewForTheNextAttempt() throws Exception {
        String digest = watched().load().digest();
        List<FallingSick> loaded = new ArrayList<>();
        EncoderLoader loader =
                (bundle, settings) -> {
                    loaded.add(new FallingSick(EmbeddingServices.onnx(bundle, settings)));
                    return loaded.get(loaded.size() - 1);
                };
        ModelSettings often =
                new ModelSettings(folder.toString(), Device.CPU, 1, BATCH, Duration.ofMillis(5));
        long before = EmbeddingServices.failures(digest).get();
        try (var first = EmbeddingServices.acquire(digest, often, loader)) {
            loaded.get(0).sick = true;
            while (first.model().failure() == null) {
                Thread.sleep(1);
            }
            try (var second = EmbeddingServices.acquire(digest, often, loader)) {
                assertThat(second.model()).isNotSameAs(first.model());
                assertThat(second.model().embed(RGB).get()).hasSize(SmallBundle.DIMENSION);
            }
        }
        assertThat(loaded).hasSize(2);
        assertThat(EmbeddingServices.failures(digest).get() - before).isEqualTo(1);
    }

    @Test
    void aModelThatIsStillSickWhenItIsLoadedAnewDoesNotStart() throws IOException {
        String digest = watched().load().digest();
        EncoderLoader sick =
                (bundle, settings) -> {
                    FallingSick encoder = new FallingSick(EmbeddingServices.onnx(bundle, settings));
                    encoder.sick = true;
                    return encoder;
                };
        assertThatThrownBy(() -> EmbeddingServices.acquire(digest, settings(Device.CPU, 1), sick))
                .isInstanceOf(ModelException.WrongVector.class);
    }

    /** A real tower that gives the same for all pictures once it is sick. */
    private static final class FallingSick implements ImageEncoder {
        private final ImageEncoder encoder;
        private volatile boolean sick;

        FallingSick(ImageEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public float[][] encode(List<byte[]> pictures) {
            float[][] vectors = encoder.encode(pictures);
            for (float[] vector : vectors) {
                if (sick) {
                    Arrays.fill(vector, 0.1f);
                }
            }
            return vectors;
        }

        @Override
        public void close() {
            encoder.close();
        }
    }
}
