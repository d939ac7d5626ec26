// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import java.nio.file.Path;

/**
 * A stream of an {@link RtspServer}.
 *
 * @param name what its path is called, without a slash in front
 * @param content {@code clock}, or a file
 */
public record Mount(String name, String content) {

    /**
     * A camera that shows its clock: 128x128 pixels, the Unix time in milliseconds at which the
     * picture was drawn as {@link CounterPicture}, a keyframe each second.
     */
    public static Mount clock(String name) {
        return new Mount(name, "clock");
    }

    /** An MP4 file with H.264, sent as it is coded, in real time, over and over. */
    public static Mount file(String name, Path file) {
        return new Mount(name, file.toAbsolutePath().toString());
    }

    String argument() {
        return name + "=" + content;
    }
}
