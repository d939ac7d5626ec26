// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avformat.AVIO_SEEKABLE_NORMAL;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;

import dev.sightline.video.StreamFailed.Category;
import java.io.IOException;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** An opened container, and nothing that it may name. One thread; owns what it reads through. */
final class Container implements AutoCloseable {

    private static final String TIMED_OUT = "no answer in time";

    private final AVFormatContext context;
    private final ByteSourceIo io;
    private final Deadline deadline;

    private Container(AVFormatContext context, ByteSourceIo io, Deadline deadline) {
        this.context = context;
        this.io = io;
        this.deadline = deadline;
    }

    /**
     * Opens an input; the caller closes it, before the deadline.
     *
     * @param deadline ends reads that take too long
     * @throws MediaException if it is absent or no video
     */
    static Container open(MediaInput input, Deadline deadline) throws MediaException {
        Natives.load();
        deadline.extend();
        String url = InputOptions.url(input);
        ByteSourceIo io = null;
        if (input instanceof MediaInput.Bytes bytes) {
            io = open(bytes, deadline);
        }
        AVFormatContext context = avformat_alloc_context();
        deadline.watch(context);
        if (input instanceof MediaInput.Network) {
            deadline.keepToAddress(context);
        }
        if (io != null) {
            context.pb(io.context());
        }
        Container container = new Container(context, io, deadline);
        AVDictionary options = InputOptions.of(input);
        // A failed open frees the format context.
        int result = avformat_open_input(context, url, null, options);
        InputOptions.free(options);
        if (result < 0) {
            MediaException problem =
                    container.problem(Category.OPEN, "cannot be opened as a video", result);
            container.closeIo();
            throw problem;
        }
        return container;
    }

    private static ByteSourceIo open(MediaInput.Bytes bytes, Deadline deadline)
            throws MediaException {
        try {
            return ByteSourceIo.open(bytes.factory(), deadline);
        } catch (IOException e) {
            String why = deadline.timedOut() ? TIMED_OUT : e.getMessage();
            throw new MediaException(Category.OPEN, "cannot be opened: " + why);
        }
    }

    AVFormatContext context() {
        return context;
    }

    /** Whether it can be read at any place. */
    boolean seekable() {
        AVIOContext pb = context.pb();
        return pb != null && (pb.seekable() & AVIO_SEEKABLE_NORMAL) != 0;
    }

    /** Whether its bytes could not be read, which FFmpeg may have taken for their end. */
    boolean broken() {
        return io != null && !io.failureMessage().isEmpty();
    }

    /**
     * What to tell of an error.
     *
     * @param what cannot be done
     * @param result FFmpeg's error code
     */
    MediaException problem(Category category, String what, int result) {
        String why = broken() ? io.failureMessage() : Natives.message(result);
        if (deadline.timedOut()) {
            why = TIMED_OUT;
        } else if (deadline.wasLedAway()) {
            why = "redirects to another address; register that one";
        }
        return new MediaException(category, what + ": " + why);
    }

    private void closeIo() {
        if (io != null) {
            io.close();
        }
    }

    @Override
    public void close() {
        avformat_close_input(context);
        closeIo();
    }
}
