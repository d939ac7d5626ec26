// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a segment lies in the bytes of its period.
 *
 * @param sequence its number in the stream
 * @param firstByte the offset of its first byte
 * @param sinceStart duration of all segments of the period before it, as the playlist has them
 * @param programDateTime when its first frame was taken; null if not told
 */
public record SegmentPlace(
        long sequence, long firstByte, Duration sinceStart, Instant programDateTime) {}
