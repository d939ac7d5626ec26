/**
 * Finds where one scene of a stream becomes another; plain Java, no Flink.
 *
 * <p>Start with {@link dev.sightline.scene.SceneDetector}: a state, a sample, the next state and
 * the changes found. {@link dev.sightline.scene.SampleSceneDetector} works on the samples alone,
 * {@link dev.sightline.scene.SceneChange} is what it reports.
 */
package dev.sightline.scene;
