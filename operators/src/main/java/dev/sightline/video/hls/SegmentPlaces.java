// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Remembers where the last segments of a period lie: more of them than a demuxer and a decoder can
 * hold, and no more, as a period may last for ever. Safe for use by any thread.
 */
final class SegmentPlaces {

    private static final int MOST = 64;

    private final TreeMap<Long, SegmentPlace> places = new TreeMap<>();
    private Duration end = Duration.ZERO;

    synchronized void add(Segment segment, long firstByte) {
        places.put(
                firstByte,
                new SegmentPlace(segment.sequence(), firstByte, end, segment.programDateTime()));
        end = end.plus(segment.duration());
        if (places.size() > MOST) {
            places.pollFirstEntry();
        }
    }

    synchronized Optional<SegmentPlace> at(long offset) {
        return Optional.ofNullable(places.floorEntry(offset)).map(Map.Entry::getValue);
    }
}
