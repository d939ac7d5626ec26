// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** The packets of a video stream, in the order of decoding. */
@FunctionalInterface
interface PacketSource {

    /**
     * Reads the next one.
     *
     * @return false at the end
     * @throws MediaException if they cannot be read on
     */
    boolean read(AVPacket packet) throws MediaException;
}
