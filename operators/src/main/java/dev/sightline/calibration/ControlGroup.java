// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import dev.sightline.clip.VectorBank;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Sentences that nobody asked for and that hardly any picture shows ("a piano in a tunnel"). What
 * they match is a false alarm, and half of what they name is in many pictures, as in those that
 * raise the false alarms of real queries.
 *
 * @param vectors of the sentences
 * @param terms the same, each with its background on the bundle's pictures
 */
public record ControlGroup(VectorBank vectors, List<Term> terms) {

    private static final String SENTENCES = "control-sentences.txt";

    /** The sentences, one a line; hand-written parts, combined by chance. */
    private static String sentences() {
        try (InputStream in = ControlGroup.class.getResourceAsStream(SENTENCES)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the sentences of the control group", e);
        }
    }

    /**
     * Digest of what the group's vectors depend on beside the model.
     *
     * @param templates phrasings of a query
     */
    public static String phrases(List<String> templates) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String phrases = sentences() + String.join("\n", templates);
            byte[] hash = digest.digest(phrases.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The group's vectors.
     *
     * @param encoder the model's text tower, with its phrasings
     * @param dimension of the vectors
     */
    public static VectorBank encoded(Function<String, float[]> encoder, int dimension) {
        return VectorBank.of(sentences().lines().map(encoder).toList(), dimension);
    }

    static ControlGroup of(VectorBank vectors, VectorBank pictures) {
        List<Term> terms =
                IntStream.range(0, vectors.count())
                        .mapToObj(vectors::vector)
                        .map(vector -> Term.of(vector, TermBackground.of(pictures.cosines(vector))))
                        .toList();
        return new ControlGroup(vectors, terms);
    }

    /** How many sentences there are. */
    int size() {
        return terms.size();
    }

    /** Their backgrounds on the bundle's pictures. */
    List<TermBackground> backgrounds() {
        return terms.stream().map(Term::background).toList();
    }

    /**
     * How they match a unit vector.
     *
     * @param backgrounds of each sentence, in their order
     */
    Reading read(float[] vector, List<TermBackground> backgrounds) {
        float[] deviations = vectors.cosines(vector);
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = (float) backgrounds.get(i).deviations(deviations[i]);
        }
        return Reading.of(deviations);
    }
}
