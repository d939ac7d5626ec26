// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

/**
 * What a score on one sample means to people.
 *
 * @param score calibrated, 0 to 1; a label's probability
 * @param threshold cosine from which a match could begin on this picture; a probability for labels
 * @param falseAlarmsPerDay expected at that threshold on this stream, or null where nothing is
 *     promised
 */
public record Meaning(double score, double threshold, Double falseAlarmsPerDay) {}
