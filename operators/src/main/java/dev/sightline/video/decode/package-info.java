// SPDX-License-Identifier: Apache-2.0
/**
 * Decoding and sampling with FFmpeg: the only package that touches native memory.
 *
 * <p>{@link dev.sightline.video.decode.FileSampleReader} turns one medium into the records of its
 * timeline. {@link dev.sightline.video.decode.MediaInput} says how it is opened: a local file, a
 * {@link dev.sightline.video.decode.ByteSource} of ours, or what only FFmpeg speaks. The reader
 * stands on a demuxer, a decoder, a scaler and {@link dev.sightline.video.decode.GridSampler},
 * which decides in plain Java which frames are samples. {@link
 * dev.sightline.video.decode.VideoProbe} only looks at what a file is. Nothing native leaves this
 * package: pixels are copied to heap arrays.
 */
package dev.sightline.video.decode;
