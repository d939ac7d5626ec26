// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import java.util.List;

/**
 * A clip's samples, or a picture that is held.
 *
 * @param vectors one a sample
 * @param sceneStarts for each, how many samples lie between it and its scene's first
 * @param shows texts that hold for it
 */
record Shot(List<float[]> vectors, int[] sceneStarts, List<String> shows) {}
