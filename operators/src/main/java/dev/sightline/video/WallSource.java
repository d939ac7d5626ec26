// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

/** Where a wall time comes from; consumers weigh it by this. */
public enum WallSource {
    /** RTCP sender reports of the camera. */
    RTCP,
    /** EXT-X-PROGRAM-DATE-TIME of an HLS playlist. */
    PROGRAM_DATE_TIME,
    /** The creation time that the container states. */
    CONTAINER,
    /** The clock of the machine that received the frame. */
    HOST_CLOCK,
    /** No wall time is known. */
    NONE
}
