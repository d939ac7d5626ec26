// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import dev.sightline.clip.VectorBank;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Sentences that nobody asked for and that hardly any picture shows ("a piano in a tunnel"). What
 * they match is a false alarm, and half of what they name is in many pictures, as in those that
 * raise the false alarms of real queries.
 *
 * @param vectors of the sentences
 * @param terms the same, each with its background on the bundle's pictures
 */
record ControlGroup(VectorBank vectors, List<Term> terms) {

    private static final String SENTENCES = "control-sentences.txt";

    /** The sentences, one a line; hand-written parts, combined by chance. */
    static List<String> sentences() {
        try (InputStream in = ControlGroup.class.getResourceAsStream(SENTENCES)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the sentences of the control group", e);
        }
    }

    static ControlGroup of(List<float[]> vectors, VectorBank pictures) {
        List<Term> terms =
                vectors.stream()
                        .map(vector -> Term.of(vector, TermBackground.of(pictures.cosines(vector))))
                        .toList();
        return new ControlGroup(VectorBank.of(vectors, pictures.dimension()), terms);
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
