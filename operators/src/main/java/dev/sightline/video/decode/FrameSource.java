// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.change.Detail;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decoded frames of one stream in presentation order: all of them, or those that the samples need
 * and what came along. One thread; does not own the video.
 */
interface FrameSource extends AutoCloseable {

    /**
     * The next frame; it is valid until the next call.
     *
     * @return null at the end
     * @throws MediaException if the file cannot be read on; all frames before that were handed out
     * @throws SparseDecodingFailed if the stream has to be read again with every frame decoded
     */
    AVFrame next() throws MediaException, SparseDecodingFailed;

    /** PTS of the frame that {@link #next} returned. */
    long pts();

    /** The grid point whose sample that frame is, or null. */
    GridPoint point();

    /** What lies between that frame and the one before it. */
    Detail detail();

    /** The timeline, which may be ahead of the frames. */
    GridClock clock();

    @Override
    void close();
}
