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
     * Loads the tower and tries it with one grey picture, and with the reference pictures of the
     * bundle, if it has any.
     *
     * @param threads threads inside one operator; 0 for all cores
     * @throws ModelException if the graph does not fit the manifest or gives wrong vectors, or CUDA
     *     was asked for and does not run it
     */
    public OnnxImageEncoder(ModelBundle bundle, Device wanted, int threads) {
        image = bundle.manifest().image();
        dimension = bundle.dimension();
        tensor = new PixelTensor(image);
        model =
                DevicePolicy.load(
                        wanted,
                        OrtEnvironment.getAvailableProviders(),
                        device -> tried(bundle, device, threads));
    }

    private OnnxModel tried(ModelBundle bundle, Device device, int threads) {
        OnnxModel loaded =
                OnnxModel.load(
                        bundle.vision(), List.of(image.input()), image.output(), device, threads);
        try {
            byte[] grey = new byte[image.width() * image.height() * 3];
            Arrays.fill(grey, GREY);
            encode(loaded, List.of(grey));
            if (device == Device.CUDA) {
                requireCuda(bundle, grey);
            }
            requireReferences(bundle.references(), loaded);
            return loaded;
        } catch (RuntimeException e) {
            loaded.close();
            throw e;
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
                throw new ModelException(
                        bundle.vision()
                                + " was loaded for CUDA, but ran on "
                                + active
                                + "; set device to auto or cpu, or export the graph with operators"
                                + " that CUDA has");
            }
        } catch (OrtException e) {
            throw new ModelException("cannot try the graph on CUDA: " + e.getMessage(), e);
        }
    }

    /** All in one batch, as samples come. */
    private void requireReferences(List<ReferencePicture> references, OnnxModel loaded) {
        if (references.isEmpty()) {
            return;
        }
        float[][] vectors = encode(loaded, references.stream().map(ReferencePicture::rgb).toList());
        for (int i = 0; i < vectors.length; i++) {
            references.get(i).require(vectors[i]);
        }
    }

    private Shape shape(int count) {
        return image.layout().equals("NCHW")
                ? new Shape(count, 3, image.height(), image.width())
                : new Shape(count, image.height(), image.width(), 3);
    }

    @Override
    public float[][] encode(List<byte[]> pictures) {
        return encode(model, pictures);
    }

    private float[][] encode(OnnxModel loaded, List<byte[]> pictures) {
        FloatBuffer pixels = tensor.fill(pictures);
        Shape shape = shape(pictures.size());
        return loaded.run(
                pictures.size(),
                dimension,
                manager -> Map.of(image.input(), manager.create(pixels, shape, DataType.FLOAT32)));
    }

    @Override
    public void close() {
        model.close();
    }
}
