// SPDX-License-Identifier: Apache-2.0
/**
 * Finds where the picture changes, exact to the frame, in small pictures of the frames.
 *
 * <p>Start with {@link dev.sightline.video.change.ChangeFinder}: it takes {@link
 * dev.sightline.video.change.Frame}s, each with a {@link dev.sightline.video.change.Detail} that
 * can fetch the frames that were left out before it, and gives {@link
 * dev.sightline.video.change.FoundChange}s. What two pictures have in common is measured by {@link
 * dev.sightline.video.change.PictureDifference}. Plain Java: no decoder, no Flink.
 */
package dev.sightline.video.change;
