// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.search.timeline.IndexedSample;

/**
 * A sample with its nearness to what was looked for.
 *
 * @param sample the sample, with its vector
 * @param cosine -1 to 1, of the stored float vectors
 */
public record ScoredSample(IndexedSample sample, double cosine) {}
