// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import java.time.Duration;
import java.util.List;

/** What a playlist says (RFC 8216, section 4.3). */
sealed interface Playlist {

    /**
     * The variants of a stream.
     *
     * @param variants in the order in which they are listed; at least one
     */
    record Master(List<Variant> variants) implements Playlist {

        /** Keeps what it was given. */
        public Master {
            variants = List.copyOf(variants);
        }
    }

    /**
     * The segments of one variant.
     *
     * @param targetDuration no segment is longer, but for rounding
     * @param firstSequence the number of the first segment that it may hold
     * @param ended whether no more segments will be added
     * @param segments in order and without gaps in their numbers; may be empty
     */
    record Media(Duration targetDuration, long firstSequence, boolean ended, List<Segment> segments)
            implements Playlist {

        /** Keeps what it was given. */
        public Media {
            segments = List.copyOf(segments);
        }

        /** The number behind that of the last segment. */
        long endSequence() {
            return firstSequence + segments.size();
        }

        /** The segment of a number that is in it. */
        Segment segment(long sequence) {
            return segments.get((int) (sequence - firstSequence));
        }

        /** How much there is from a segment on. */
        Duration durationFrom(long sequence) {
            Duration sum = Duration.ZERO;
            for (long i = Math.max(sequence, firstSequence); i < endSequence(); i++) {
                sum = sum.plus(segment(i).duration());
            }
            return sum;
        }
    }
}
