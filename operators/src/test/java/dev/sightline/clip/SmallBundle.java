// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/**
 * A bundle of two tiny towers in a folder of a test. Tests change {@link #manifest}, {@link #image}
 * and {@link #text} and then {@link #load} it.
 */
final class SmallBundle {

    static final int DIMENSION = 5;
    static final int WIDTH = 4;
    static final int HEIGHT = 3;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger UNSHARED = new AtomicInteger();

    final Path folder;
    final ObjectNode manifest = JSON.createObjectNode();
    final ObjectNode image;
    final ObjectNode text;

    /** A bundle with a NCHW image tower of 4x3 pixels, and a text tower with int64 ids and mask. */
    SmallBundle(Path folder) throws IOException {
        this.folder = folder;
        manifest.put("name", "small").put("version", "1").put("dimension", DIMENSION);
        manifest.put("logitScale", 10).put("licence", "none");
        manifest.putArray("templates").add("{}").add("photo of {}");
        image = manifest.putObject("image");
        image.put("file", "vision.onnx").put("input", "pixels").put("output", "vector");
        image.put("layout", "NCHW").put("width", WIDTH).put("height", HEIGHT);
        image.put("resize", "squash");
        image.set("mean", JSON.createArrayNode().add(0.5).add(0.4).add(0.3));
        image.set("std", JSON.createArrayNode().add(0.25).add(0.5).add(0.2));
        text = manifest.putObject("text");
        text.put("file", "text.onnx").put("tokenizer", "tokenizer.json").put("output", "vector");
        text.put("inputIds", "ids").put("attentionMask", "mask").put("inputType", "int64");
        text.put("maxLength", 6).put("padding", "longest");
        vision(WIDTH * HEIGHT * 3, WIDTH, HEIGHT, false);
        SmallTextTower.masked(OnnxGraph.Type.INT64).write(folder.resolve("text.onnx"));
        Files.writeString(folder.resolve("tokenizer.json"), SmallTextTower.tokenizer(""));
    }

    /** Weights that a test can compute with again. */
    static float[] weights(int count) {
        Random random = new Random(count);
        float[] weights = new float[count];
        for (int i = 0; i < count; i++) {
            weights[i] = (float) random.nextGaussian();
        }
        return weights;
    }

    /** Replaces the image tower by one whose every pixel has weights of its own. */
    SmallBundle vision(int values, int width, int height, boolean channelsLast) throws IOException {
        image.put("layout", channelsLast ? "NHWC" : "NCHW");
        image.put("width", width).put("height", height);
        OnnxGraph graph = new OnnxGraph();
        if (channelsLast) {
            graph.input("pixels", OnnxGraph.Type.FLOAT, OnnxGraph.ANY, height, width, 3);
        } else {
            graph.input("pixels", OnnxGraph.Type.FLOAT, OnnxGraph.ANY, 3, height, width);
        }
        graph.constant("weights", weights(values * DIMENSION), values, DIMENSION)
                .node("Flatten", "flat", "axis", 1, "pixels")
                .node("MatMul", "vector", "flat", "weights")
                .output("vector", OnnxGraph.ANY, DIMENSION)
                .write(folder.resolve("vision.onnx"));
        return this;
    }

    /** Replaces the image tower by one that takes logarithms: black has none. */
    SmallBundle blindToBlack() throws IOException {
        new OnnxGraph()
                .input("pixels", OnnxGraph.Type.FLOAT, OnnxGraph.ANY, 3, HEIGHT, WIDTH)
                .constant("axes", 2, 3)
                .constant("weights", new float[] {1, 1, 1, 1, 1}, 1, DIMENSION)
                .constant("shares", new float[] {0.1f, 0.1f, 0.1f}, 3, 1)
                .node("ReduceSum", "sums", "keepdims", 0, "pixels", "axes")
                .node("Log", "logs", "sums")
                .node("MatMul", "one", "logs", "shares")
                .node("MatMul", "vector", "one", "weights")
                .output("vector", OnnxGraph.ANY, DIMENSION)
                .write(folder.resolve("vision.onnx"));
        image.putArray("mean").add(0).add(0).add(0);
        return this;
    }

    /** Replaces the image tower by one that sees the same in every picture. */
    SmallBundle constant() throws IOException {
        new OnnxGraph()
                .input("pixels", OnnxGraph.Type.FLOAT, OnnxGraph.ANY, 3, HEIGHT, WIDTH)
                .constant("nothing", new float[WIDTH * HEIGHT * 3 * DIMENSION], 36, DIMENSION)
                .constant("same", new float[] {1, 2, 3, 4, 5}, DIMENSION)
                .node("Flatten", "flat", "axis", 1, "pixels")
                .node("MatMul", "zero", "flat", "nothing")
                .node("Add", "vector", "zero", "same")
                .output("vector", OnnxGraph.ANY, DIMENSION)
                .write(folder.resolve("vision.onnx"));
        return this;
    }

    /** Adds a reference picture, the only one. */
    SmallBundle reference(String file, byte[] rgb, float... vector) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int red = rgb[3 * i] & 0xff;
            int green = rgb[3 * i + 1] & 0xff;
            image.setRGB(i % WIDTH, i / WIDTH, red << 16 | green << 8 | rgb[3 * i + 2] & 0xff);
        }
        ImageIO.write(image, "png", folder.resolve(file).toFile());
        ObjectNode reference = JSON.createObjectNode();
        ObjectNode picture = reference.putArray("pictures").addObject();
        picture.put("file", file).set("vector", JSON.valueToTree(vector));
        JSON.writeValue(folder.resolve("reference.json").toFile(), reference);
        return this;
    }

    /** Gives it a digest that no other bundle has: models of one digest are shared. */
    SmallBundle unshared() {
        image.putArray("mean").add(0.5).add(0.4).add(UNSHARED.incrementAndGet());
        return this;
    }

    /** Adds background vectors. */
    SmallBundle background(int count, byte[] float16) throws IOException {
        manifest.putObject("background").put("file", "background.f16").put("count", count);
        Files.write(folder.resolve("background.f16"), float16);
        return this;
    }

    /** Writes the manifest with the digests of the files as they are. */
    SmallBundle write() throws IOException {
        image.put("sha256", sha256("vision.onnx"));
        text.put("sha256", sha256("text.onnx"));
        text.put("tokenizerSha256", sha256("tokenizer.json"));
        if (manifest.has("background")) {
            ((ObjectNode) manifest.get("background")).put("sha256", sha256("background.f16"));
        }
        return writeAsItIs();
    }

    SmallBundle writeAsItIs() throws IOException {
        JSON.writeValue(folder.resolve("model.json").toFile(), manifest);
        return this;
    }

    ModelBundle load() throws IOException {
        write();
        return ModelBundle.load(folder);
    }

    private String sha256(String file) throws IOException {
        return "sha256:" + sha256(Files.readAllBytes(folder.resolve(file)));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
