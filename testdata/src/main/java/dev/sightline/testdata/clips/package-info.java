// SPDX-License-Identifier: Apache-2.0
/**
 * Test clips, generated, with the truth about them from their construction.
 *
 * <p>{@link dev.sightline.testdata.clips.Clip} lists the ready ones, {@link
 * dev.sightline.testdata.clips.SceneClip} those to judge scene changes by, {@link
 * dev.sightline.testdata.clips.MovingVideo} writes long ones. A clip of one's own is a {@link
 * dev.sightline.testdata.clips.Storyboard} of {@link dev.sightline.testdata.clips.Painters},
 * written by a {@link dev.sightline.testdata.clips.ClipWriter}. The bundled FFmpeg's encoders are
 * used without any GPL part.
 */
package dev.sightline.testdata.clips;
