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
    /** A server that speaks RTMP. */
    RTMP,
    /** An MPEG transport stream over SRT. */
    SRT,
    /** An MPEG transport stream in UDP datagrams. */
    UDP
}
