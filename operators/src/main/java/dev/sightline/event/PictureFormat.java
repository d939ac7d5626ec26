// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import java.util.Arrays;
import java.util.Optional;

/** The formats that pictures of queries have, told by how their bytes begin. */
public enum PictureFormat {
    JPEG("image/jpeg", 0xff, 0xd8, 0xff),
    PNG("image/png", 0x89, 'P', 'N', 'G');

    private final String mediaType;
    private final int[] start;

    PictureFormat(String mediaType, int... start) {
        this.mediaType = mediaType;
        this.start = start;
    }

    /** The format of a picture; empty if it is none of these. */
    public static Optional<PictureFormat> of(byte[] picture) {
        return Arrays.stream(values()).filter(format -> format.begins(picture)).findFirst();
    }

    /** Such as {@code image/jpeg}. */
    public String mediaType() {
        return mediaType;
    }

    private boolean begins(byte[] picture) {
        boolean begins = picture.length >= start.length;
        for (int i = 0; begins && i < start.length; i++) {
            begins = (picture[i] & 0xff) == start[i];
        }
        return begins;
    }
}
