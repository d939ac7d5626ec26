// SPDX-License-Identifier: Apache-2.0
/**
 * Finds where one scene of a stream becomes another; plain Java but for the function that runs it.
 *
 * <p>Start with {@link dev.sightline.scene.SceneDetector}: a state, a sample, the next state and
 * the changes found. {@link dev.sightline.scene.FusedSceneDetector} joins what the reader saw with
 * the samples, {@link dev.sightline.scene.SceneChange} is what it reports, and {@link
 * dev.sightline.scene.SceneChangeFunction} runs it over each stream.
 */
package dev.sightline.scene;
