// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The image tower of a bundle on ONNX Runtime. Not thread-safe. */
public final class OnnxImageEncoder implements ImageEncoder {

    private static final String CUDA_PROVIDER = "CUDAExecutionProvider";
    private static final byte GREY = 127;

    private final ModelManifest.Image image;
    private final int dimension;
    private final PixelTensor tensor;
    private final OnnxModel model;

    /**
     * Loads the tower and tries it with one grey picture.
     *
     * @param threads threads inside one operator; 0 for all cores
     * @throws ModelException if the graph does not fit the manifest, or CUDA was asked for and does
     *     not run it
     */
    public OnnxImageEncoder(ModelBundle bundle, Device wanted, int threads) {
        Device device = OnnxSessions.resolve(wanted);
        image = bundle.manifest().image();
        dimension = bundle.manifest().dimension();
        tensor = new PixelTensor(image);
        model =
                OnnxModel.load(
                        bundle.vision(), List.of(image.input()), image.output(), device, threads);
        try {
            byte[] grey = new byte[image.width() * image.height() * 3];
            Arrays.fill(grey, GREY);
            encode(List.of(grey));
            if (device == Device.CUDA) {
                requireCuda(bundle, grey);
            }
        } catch (ModelException e) {
            model.close();
            throw new ModelException(bundle.vision() + ": " + e.getMessage(), e);
        }
    }

    private void requireCuda(ModelBundle bundle, byte[] grey) {
        try (OnnxTensor input =
                OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(),
                        tensor.fill(List.of(grey)),
                        shape(1).getShape())) {
            TreeSet<String> active =
                    ActiveProviders.of(bundle.vision(), Device.CUDA, Map.of(image.input(), input));
            if (!active.contains(CUDA_PROVIDER)) {
                throw new ModelException("asked for CUDA, but the graph runs on " + active);
            }
        } catch (OrtException e) {
            throw new ModelException("cannot try the graph on CUDA: " + e.getMessage(), e);
        }
    }

    private Shape shape(int count) {
        return image.layout().equals("NCHW")
                ? new Shape(count, 3, image.height(), image.width())
                : new Shape(count, image.height(), image.width(), 3);
    }

    @Override
    public float[][] encode(List<byte[]> pictures) {
        FloatBuffer pixels = tensor.fill(pictures);
        float[] flat =
                model.run(
                        manager ->
                                Map.of(
                                        image.input(),
                                        manager.create(
                                                pixels, shape(pictures.size()), DataType.FLOAT32)));
        return Vectors.rows(flat, pictures.size(), dimension);
    }

    @Override
    public void close() {
        model.close();
    }
}
