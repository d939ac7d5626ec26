// SPDX-License-Identifier: Apache-2.0
/**
 * The values that describe streams, times and samples.
 *
 * <p>Start with {@link dev.sightline.video.TimelineRecord}: everything downstream of the source is
 * one. {@link dev.sightline.video.Sample} carries pixels, a {@link dev.sightline.video.Marker}
 * tells of the stream's life, {@link dev.sightline.video.MediaTime} says when. The FFmpeg bindings
 * live in {@code decode}, the Flink source in {@code source}, the serializers in {@code wire}.
 */
package dev.sightline.video;
