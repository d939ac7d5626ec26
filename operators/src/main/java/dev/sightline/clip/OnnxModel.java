// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** One ONNX graph with named inputs and one output that matters. Not thread-safe. */
final class OnnxModel implements AutoCloseable {

    private static final String SUFFIX = ".onnx";

    private final Path graph;
    private final Model model;
    private final Predictor<NDList, NDList> predictor;
    private final List<String> inputs;
    private final String output;

    private OnnxModel(Path graph, Model model, String output) {
        this.graph = graph;
        this.model = model;
        this.predictor = model.newPredictor(new NoopTranslator());
        this.inputs = model.describeInput().keys();
        this.output = output;
    }

    /**
     * Loads a graph.
     *
     * @param names of the inputs that will be given
     * @param output name of the output to return
     * @throws ModelException if the graph cannot be loaded or has other inputs
     */
    static OnnxModel load(
            Path graph, List<String> names, String output, Device device, int threads) {
        String file = graph.getFileName().toString();
        String name =
                file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
        OnnxRuntimeStart.ensure();
        OnnxRuntimeEnd.enter();
        try {
            return loadNow(graph, name, names, output, device, threads);
        } finally {
            OnnxRuntimeEnd.leave();
        }
    }

    private static OnnxModel loadNow(
            Path graph,
            String name,
            List<String> names,
            String output,
            Device device,
            int threads) {
        Model model = Model.newInstance(name, ai.djl.Device.cpu(), OnnxRuntimeStart.ENGINE);
        try (SessionOptions options = OnnxSessions.options(device, threads)) {
            model.load(graph.getParent(), name, Map.of("sessionOptions", options));
        } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw new ModelException(
                    "cannot load "
                            + graph
                            + ": "
                            + e.getMessage()
                            + "; fetch the bundle again, or export the graph with operators that"
                            + " this ONNX Runtime has",
                    e);
        }
        OnnxModel loaded = new OnnxModel(graph, model, output);
        if (!new TreeSet<>(names).equals(new TreeSet<>(loaded.inputs))) {
            loaded.close();
            throw new ModelException(
                    graph
                            + " has the inputs "
                            + loaded.inputs
                            + ", but model.json names "
                            + names
                            + "; correct model.json");
        }
        return loaded;
    }

    /**
     * Runs the graph.
     *
     * @param count rows of the batch
     * @param dimension values that the output must have for each row
     * @param values makes the value of each input, by its name
     * @return a unit vector for each row
     * @throws ModelException if the runtime refuses it or the output is not as it must be
     * @throws ModelException.NoVector if a row is not made of numbers
     */
    float[][] run(int count, int dimension, Function<NDManager, Map<String, NDArray>> values) {
        OnnxRuntimeEnd.enter();
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDList list = new NDList();
            values.apply(manager).forEach((name, value) -> list.add(named(name, value)));
            NDList result = predictor.predict(list);
            result.attach(manager);
            return rows(result, count, dimension);
        } catch (ModelException.NoVector e) {
            throw new ModelException.NoVector(graph.getFileName() + ": " + e.getMessage());
        } catch (TranslateException | RuntimeException e) {
            throw new ModelException(graph + ": " + e.getMessage(), e);
        } finally {
            OnnxRuntimeEnd.leave();
        }
    }

    /** By the name DJL knows which input it is; unnamed values would go by their place. */
    private static NDArray named(String name, NDArray value) {
        value.setName(name);
        return value;
    }

    private float[][] rows(NDList result, int count, int dimension) {
        NDArray vectors = result.get(output);
        if (vectors == null) {
            throw new ModelException(
                    "the graph has no output '"
                            + output
                            + "', only "
                            + result.stream().map(NDArray::getName).toList()
                            + "; correct model.json");
        }
        return Vectors.rows(vectors.toFloatArray(), count, dimension);
    }

    @Override
    public void close() {
        // At the end of the process the memory goes with it.
        if (OnnxRuntimeEnd.tryEnter()) {
            try {
                predictor.close();
                model.close();
            } finally {
                OnnxRuntimeEnd.leave();
            }
        }
    }
}
