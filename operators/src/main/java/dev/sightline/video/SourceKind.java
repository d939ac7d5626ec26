// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

/** What kind of source a stream is read from. */
public enum SourceKind {
    /** A file that can be read again. */
    FILE,
    /** A file behind HTTP. */
    HTTP,
    /** An HLS playlist. */
    HLS,
    /** A camera that speaks RTSP. */
    RTSP,
    /** An RTMP server. */
    RTMP,
    /** A sender that speaks SRT. */
    SRT,
    /** An MPEG transport stream over UDP. */
    UDP;

    /** Whether streams of it are live, whatever is read. */
    public boolean isLive() {
        return this != FILE && this != HTTP;
    }
}
