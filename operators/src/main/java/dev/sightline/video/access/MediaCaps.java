// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.io.Serializable;

/**
 * How much of what a source sends is taken before it counts as an attack or a mistake.
 *
 * @param pixels of one frame
 * @param streams in one container
 * @param probeBytes read to find out what a source holds
 * @param bitsPerSecond of a live stream, over ten seconds
 */
public record MediaCaps(long pixels, int streams, long probeBytes, long bitsPerSecond)
        implements Serializable {

    /** 8K video, 64 streams, 5 MB, 200 Mbit/s. */
    public static final MediaCaps DEFAULT = new MediaCaps(8192L * 8192, 64, 5_000_000, 200_000_000);

    /** Refuses what would let nothing through. */
    public MediaCaps {
        if (pixels < 1 || streams < 1 || probeBytes < 32 || bitsPerSecond < 1) {
            throw new IllegalArgumentException(
                    "caps must be positive: "
                            + pixels
                            + ", "
                            + streams
                            + ", "
                            + probeBytes
                            + ", "
                            + bitsPerSecond);
        }
    }
}
