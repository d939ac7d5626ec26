// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

/**
 * Which of several labels a picture shows (zero-shot classification as in Radford et al., Learning
 * Transferable Visual Models From Natural Language Supervision, ICML 2021).
 */
final class LabelChoice {

    /**
     * A label is clear from the first on, and holds down to an even chance. A sample by itself
     * shows one at most so well, so that their intervals do not overlap.
     */
    static final Thresholds THRESHOLDS = new Thresholds(0.6, 0.5);

    private LabelChoice() {}

    /**
     * The softmax of the labels' cosines.
     *
     * @param row of the first label
     * @param count of the labels
     * @param logitScale factor of the cosine in the model's training
     */
    static double[] probabilities(float[] cosines, int row, int count, double logitScale) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, cosines[row + i]);
        }
        double sum = 0;
        double[] probabilities = new double[count];
        for (int i = 0; i < count; i++) {
            probabilities[i] = Math.exp(logitScale * (cosines[row + i] - most));
            sum += probabilities[i];
        }
        for (int i = 0; i < count; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }
}
