// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.frames;

/**
 * A frame as it is shown.
 *
 * @param seconds its PTS, as the container counts; the first frame need not be at 0
 * @param keyframe whether it is one
 * @param checksum of its decoded picture, in hexadecimal; empty where none was computed
 */
public record ShownFrame(double seconds, boolean keyframe, String checksum) {}
