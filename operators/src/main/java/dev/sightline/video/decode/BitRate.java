// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.time.Duration;
import java.time.Instant;

/** How many bits a sender sends in a second, over ten seconds. One thread. */
final class BitRate {

    /** Uncompressed 1080p needs more, 8K of the best cameras half as much. */
    static final long MOST_BITS_PER_SECOND = 200_000_000;

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final long MOST_BYTES = MOST_BITS_PER_SECOND / 8 * WINDOW.toSeconds();

    private Instant since = Instant.MIN;
    private long bytes;

    /**
     * Takes a packet.
     *
     * @return whether there were more than {@value #MOST_BITS_PER_SECOND} bits a second
     */
    boolean isExceededBy(int size, Instant at) {
        if (since.equals(Instant.MIN) || !at.isBefore(since.plus(WINDOW))) {
            since = at;
            bytes = 0;
        }
        bytes += size;
        return bytes > MOST_BYTES;
    }
}
