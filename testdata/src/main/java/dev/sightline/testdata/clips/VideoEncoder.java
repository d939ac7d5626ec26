// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

/**
 * The encoders that the bundled FFmpeg has under the LGPL and that give the same bytes each run.
 */
public enum VideoEncoder {
    /** H.264 without B-frames; even sizes only. */
    H264("libopenh264", false),
    /** MPEG-4 part 2; the fastest. Time bases down to 1/65535 s. */
    MPEG4("mpeg4", true),
    /** MPEG-2; time bases of the standard frame rates only. */
    MPEG2("mpeg2video", true),
    /** VP9. */
    VP9("libvpx-vp9", false);

    private final String libraryName;
    private final boolean hasBFrames;

    VideoEncoder(String libraryName, boolean hasBFrames) {
        this.libraryName = libraryName;
        this.hasBFrames = hasBFrames;
    }

    String libraryName() {
        return libraryName;
    }

    boolean hasBFrames() {
        return hasBFrames;
    }
}
