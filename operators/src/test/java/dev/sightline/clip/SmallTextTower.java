// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static dev.sightline.clip.SmallBundle.DIMENSION;

import java.util.List;

/** Text towers that sum rows of a table, and a tokenizer of a few words between marks. */
final class SmallTextTower {

    static final int START = 0;
    static final int END = 1;
    static final int PAD = 2;
    static final int UNKNOWN = 3;

    private static final List<String> WORDS =
            List.of("<start>", "<end>", "<pad>", "<unknown>", "a", "picture", "photo", "of", "cat");

    /** A {@code padding} section that pads with {@link #PAD}. */
    static final String PADDING =
            """
            {"strategy": "BatchLongest", "direction": "Right", "pad_to_multiple_of": null,
             "pad_id": 2, "pad_type_id": 0, "pad_token": "<pad>"}""";

    private SmallTextTower() {}

    static long id(String word) {
        return WORDS.indexOf(word);
    }

    static float[] table() {
        return SmallBundle.weights(WORDS.size() * DIMENSION);
    }

    /** SigLIP-like ids and a mask: the sum of the rows of the ids that the mask leaves. */
    static OnnxGraph masked(OnnxGraph.Type type) {
        return masked(type, "ids", "mask");
    }

    /** The same with its inputs declared in another order. */
    static OnnxGraph masked(OnnxGraph.Type type, String first, String second) {
        return new OnnxGraph()
                .input(first, type, OnnxGraph.ANY, OnnxGraph.ANY)
                .input(second, type, OnnxGraph.ANY, OnnxGraph.ANY)
                .constant("table", table(), WORDS.size(), DIMENSION)
                .constant("last", 2)
                .constant("length", 1)
                .node("Gather", "rows", "table", "ids")
                .cast(OnnxGraph.Type.FLOAT, "numbers", "mask")
                .node("Unsqueeze", "column", "numbers", "last")
                .node("Mul", "left", "rows", "column")
                .node("ReduceSum", "vector", "keepdims", 0, "left", "length")
                .output("vector", OnnxGraph.ANY, DIMENSION);
    }

    /** CLIP-like: no mask, a fixed length, and a weight for each place. */
    static OnnxGraph placed(OnnxGraph.Type type, int length) {
        return new OnnxGraph()
                .input("ids", type, OnnxGraph.ANY, length)
                .constant("table", table(), WORDS.size(), DIMENSION)
                .constant("places", SmallBundle.weights(length), 1, length, 1)
                .constant("length", 1)
                .node("Gather", "rows", "table", "ids")
                .node("Mul", "left", "rows", "places")
                .node("ReduceSum", "vector", "keepdims", 0, "left", "length")
                .output("vector", OnnxGraph.ANY, DIMENSION);
    }

    /**
     * A tokenizer.json.
     *
     * @param padding its padding section; empty for none
     */
    static String tokenizer(String padding) {
        StringBuilder vocabulary = new StringBuilder();
        for (String word : WORDS) {
            vocabulary.append(vocabulary.isEmpty() ? "" : ", ");
            vocabulary.append('"').append(word).append("\": ").append(id(word));
        }
        return """
        {"version": "1.0", "truncation": null, "padding": %s, "added_tokens": [%s, %s],
         "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
         "post_processor": {"type": "TemplateProcessing",
          "single": [{"SpecialToken": {"id": "<start>", "type_id": 0}},
                     {"Sequence": {"id": "A", "type_id": 0}},
                     {"SpecialToken": {"id": "<end>", "type_id": 0}}],
          "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
          "special_tokens": {
           "<start>": {"id": "<start>", "ids": [0], "tokens": ["<start>"]},
           "<end>": {"id": "<end>", "ids": [1], "tokens": ["<end>"]}}},
         "decoder": null,
         "model": {"type": "WordLevel", "vocab": {%s}, "unk_token": "<unknown>"}}
        """
                .formatted(
                        padding.isEmpty() ? "null" : padding,
                        special(START, "<start>"),
                        special(END, "<end>"),
                        vocabulary);
    }

    private static String special(int id, String content) {
        return """
        {"id": %d, "content": "%s", "single_word": false, "lstrip": false, "rstrip": false,
         "normalized": false, "special": true}"""
                .formatted(id, content);
    }
}
