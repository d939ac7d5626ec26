// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.nio.file.Path;
import java.time.Duration;

/** A program that ends while the model is at work, as a job does that is interrupted. */
final class EmbedUntilTheEnd {

    private static final int IN_FLIGHT = 64;

    private EmbedUntilTheEnd() {}

    /**
     * Embeds one picture after the other, and exits in the middle of it.
     *
     * @param arguments the folder of a bundle
     */
    public static void main(String[] arguments) throws Exception {
        ModelBundle bundle = ModelBundle.load(Path.of(arguments[0]));
        ModelManifest.Image image = bundle.manifest().image();
        byte[] picture = new byte[image.width() * image.height() * 3];
        BatchSettings batch = new BatchSettings(4, Duration.ZERO, IN_FLIGHT);
        EmbeddingService service =
                new EmbeddingService(
                        new OnnxImageEncoder(bundle, Device.CPU, 2),
                        new Canary(bundle.references(), Duration.ofSeconds(1), System::nanoTime),
                        batch,
                        () -> {});
        service.embed(picture).get();
        for (int i = 0; i < IN_FLIGHT; i++) {
            service.embed(picture);
        }
        System.exit(0);
    }
}
