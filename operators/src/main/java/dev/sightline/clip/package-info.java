// SPDX-License-Identifier: Apache-2.0
/**
 * The CLIP-style model: bundles, the two towers, batching across tasks.
 *
 * <p>{@link dev.sightline.clip.ModelBundle} is a verified folder; {@link
 * dev.sightline.clip.ImageEncoder} and {@link dev.sightline.clip.TextEncoder} are the towers;
 * {@link dev.sightline.clip.EmbeddingService} batches the samples of all tasks of a process, and
 * {@link dev.sightline.clip.EmbedFunction} is its place in the job. A {@link
 * dev.sightline.clip.Canary} watches that the model goes on giving the right vectors. The only
 * package that imports DJL and ONNX Runtime.
 */
package dev.sightline.clip;
