// SPDX-License-Identifier: Apache-2.0
/**
 * The truth about the frames of a file: {@link dev.sightline.benchmark.frames.FrameLister} lists
 * them with FFmpeg, {@link dev.sightline.benchmark.frames.ShownFrame} is one of them.
 */
package dev.sightline.benchmark.frames;
