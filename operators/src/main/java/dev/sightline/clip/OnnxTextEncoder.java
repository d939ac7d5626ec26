// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
        dimension = bundle.manifest().dimension();
        List<String> names =
                Stream.of(text.inputIds(), text.attentionMask())
                        .filter(name -> name != null && !name.isBlank())
                        .toList();
        model = OnnxModel.load(bundle.text(), names, text.output(), Device.CPU, 1);
        try {
            tokenizer = tokenizer(bundle);
            encode("a picture");
        } catch (IOException | RuntimeException e) {
            model.close();
            throw new ModelException(bundle.text() + ": " + e.getMessage(), e);
        }
    }

    private HuggingFaceTokenizer tokenizer(ModelBundle bundle) throws IOException {
        HuggingFaceTokenizer.Builder builder =
                HuggingFaceTokenizer.builder()
                        .optTokenizerPath(bundle.folder().resolve(text.tokenizer()))
                        .optTruncation(true)
                        .optMaxLength(text.maxLength());
        return text.padding().equals("max")
                ? builder.optPadToMaxLength().build()
                : builder.optPadding(false).build();
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
        float[] flat = model.run(manager -> inputs(manager, encoding));
        return Vectors.rows(flat, 1, dimension)[0];
    }

    private Map<String, NDArray> inputs(NDManager manager, Encoding encoding) {
        Map<String, NDArray> inputs = new HashMap<>();
        inputs.put(text.inputIds(), integers(manager, encoding.getIds()));
        if (text.attentionMask() != null && !text.attentionMask().isBlank()) {
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
