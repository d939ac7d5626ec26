// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The text tower of a bundle on ONNX Runtime, always on the CPU: queries are few. */
public final class OnnxTextEncoder implements TextEncoder {

    private final ModelManifest.Text text;
    private final int dimension;
    private final HuggingFaceTokenizer tokenizer;
    private final OnnxModel model;

    /**
     * Loads tokenizer and tower and tries them with a short phrase.
     *
     * @throws ModelException if the graph does not fit the manifest
     */
    public OnnxTextEncoder(ModelBundle bundle) {
        text = bundle.manifest().text();
        dimension = bundle.dimension();
        List<String> names =
                text.hasMask()
                        ? List.of(text.inputIds(), text.attentionMask())
                        : List.of(text.inputIds());
        model = OnnxModel.load(bundle.text(), names, text.output(), Device.CPU, 1);
        try {
            tokenizer = tokenizer(bundle.folder().resolve(text.tokenizer()));
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
        try {
            encode("a picture");
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private HuggingFaceTokenizer tokenizer(Path file) {
        HuggingFaceTokenizer.Builder builder =
                HuggingFaceTokenizer.builder()
                        .optTokenizerPath(file)
                        .optTruncation(true)
                        .optMaxLength(text.maxLength());
        try {
            return text.padding().equals("max")
                    ? builder.optPadToMaxLength().build()
                    : builder.optPadding(false).build();
        } catch (IOException | RuntimeException e) {
            throw new ModelException(
                    file
                            + " is no tokenizer: "
                            + e.getMessage()
                            + "; fetch the bundle again, or export it as a tokenizer.json of"
                            + " Hugging Face's tokenizers",
                    e);
        } catch (LinkageError e) {
            throw new ModelException(
                    "the tokenizer's native library cannot be loaded; in a Flink cluster it belongs"
                            + " into lib/ with Sightline's operators, as a process can load it only"
                            + " once: "
                            + e.getMessage(),
                    e);
        }
    }

    /** The ids of a phrase as the tower gets them. */
    long[] tokenIds(String phrase) {
        return tokenizer.encode(phrase).getIds();
    }

    @Override
    public synchronized float[] encode(String phrase) {
        if (phrase.isBlank()) {
            throw new ModelException("an empty phrase has no vector");
        }
        Encoding encoding = tokenizer.encode(phrase);
        return model.run(1, dimension, manager -> inputs(manager, encoding))[0];
    }

    private Map<String, NDArray> inputs(NDManager manager, Encoding encoding) {
        Map<String, NDArray> inputs = new HashMap<>();
        inputs.put(text.inputIds(), integers(manager, encoding.getIds()));
        if (text.hasMask()) {
            inputs.put(text.attentionMask(), integers(manager, encoding.getAttentionMask()));
        }
        return inputs;
    }

    private NDArray integers(NDManager manager, long[] values) {
        Shape shape = new Shape(1, values.length);
        return text.inputType().equals("int64")
                ? manager.create(values, shape)
                : manager.create(Arrays.stream(values).mapToInt(Math::toIntExact).toArray(), shape);
    }

    @Override
    public synchronized void close() {
        tokenizer.close();
        model.close();
    }
}
