// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import java.net.URI;

/**
 * One form in which a stream is offered.
 *
 * @param uri of its playlist
 * @param bandwidth its largest bit rate, in bits per second
 * @param width in pixels; 0 if not told
 * @param height in pixels; 0 if not told
 * @param codecs as RFC 6381 writes them, separated by commas; empty if not told
 */
record Variant(URI uri, long bandwidth, int width, int height, String codecs) {

    /** The smaller side in pixels; 0 if not told. */
    int shortSide() {
        return Math.min(width, height);
    }

    @Override
    public String toString() {
        return width + "x" + height + " at " + bandwidth + " bit/s";
    }
}
