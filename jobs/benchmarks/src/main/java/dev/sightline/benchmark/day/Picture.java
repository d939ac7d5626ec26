// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a simulated camera sees, as bytes of a picture and read back from them.
 *
 * @param shot number of the shot; all pictures of one look alike
 * @param subject the query that the shot shows, from 0 on; -1 for none
 * @param noise tells pictures of a shot apart
 */
record Picture(long shot, int subject, long noise) {

    private static final int HEADER = 2 * Long.BYTES + Integer.BYTES;

    /**
     * The picture as bytes.
     *
     * @param size of the model's pictures, in bytes
     */
    byte[] rgb(int size) {
        byte[] rgb = new byte[size];
        Arrays.fill(rgb, HEADER, size, (byte) shot);
        ByteBuffer.wrap(rgb).putLong(shot).putInt(subject).putLong(noise);
        return rgb;
    }

    /** What {@link #rgb} has made bytes of. */
    static Picture of(byte[] rgb) {
        ByteBuffer bytes = ByteBuffer.wrap(rgb);
        return new Picture(bytes.getLong(), bytes.getInt(), bytes.getLong());
    }
}
