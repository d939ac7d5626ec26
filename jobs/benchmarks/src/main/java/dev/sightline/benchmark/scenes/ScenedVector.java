// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

/**
 * A sample's vector.
 *
 * @param vector unit vector
 * @param sceneStart place of the first sample of its scene
 */
public record ScenedVector(float[] vector, int sceneStart) {}
