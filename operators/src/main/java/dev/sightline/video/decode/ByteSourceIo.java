// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FORCE;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXTERNAL;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Makes FFmpeg read a byte source. As with {@link Deadline}, all of them share the two native
 * functions that FFmpeg calls, and it passes the number of the one that it means. One thread; owns
 * the source and the native context.
 */
final class ByteSourceIo implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int FROM_START = 0;
    private static final int FROM_HERE = 1;
    private static final int FROM_END = 2;

    private static final Map<Long, ByteSourceIo> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong LAST_NUMBER = new AtomicLong();
    private static final Read READ = new Read();
    private static final Seek SEEK = new Seek();

    private final long number = LAST_NUMBER.incrementAndGet();
    private final ByteSource source;
    private final Deadline deadline;
    private final ReadWatch watch;
    private final byte[] chunk = new byte[BUFFER_BYTES];
    private AVIOContext context;
    private long position;
    private Throwable failure;

    private interface Call {
        long answer() throws IOException;
    }

    private static final class Read extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer number, BytePointer into, int length) {
            ByteSourceIo io = OPEN.get(number.address());
            return io == null ? AVERROR_EXIT() : io.read(into, length);
        }
    }

    private static final class Seek extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer number, long offset, int whence) {
            ByteSourceIo io = OPEN.get(number.address());
            return io == null ? AVERROR_EXIT() : io.seek(offset, whence & ~AVSEEK_FORCE);
        }
    }

    private ByteSourceIo(ByteSource source, Deadline deadline) {
        this.source = source;
        this.deadline = deadline;
        this.watch = new ReadWatch(source, deadline);
        deadline.guard(source);
    }

    /**
     * Opens the bytes; the caller closes them, after the format context that reads them.
     *
     * @throws IOException if they cannot be opened
     */
    static ByteSourceIo open(ByteSource.Factory factory, Deadline deadline) throws IOException {
        ByteSourceIo io = new ByteSourceIo(factory.open(), deadline);
        long seekable = io.guarded(() -> io.source.seekable() ? 1 : 0);
        if (seekable < 0) {
            io.close();
            throw new IOException(io.failure == null ? "cancelled" : io.failureMessage());
        }
        io.allocate(seekable > 0);
        return io;
    }

    private void allocate(boolean seekable) {
        OPEN.put(number, this);
        BytePointer buffer = new BytePointer(av_malloc(BUFFER_BYTES));
        context =
                avio_alloc_context(
                        buffer,
                        BUFFER_BYTES,
                        0,
                        new NativeHandle(number),
                        READ,
                        null,
                        seekable ? SEEK : null);
    }

    AVIOContext context() {
        return context;
    }

    /** What the source failed of; empty if it did not. FFmpeg takes some failures for the end. */
    String failureMessage() {
        if (failure == null) {
            return "";
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private int read(BytePointer into, int length) {
        return (int)
                guarded(
                        () -> {
                            int read = source.read(chunk, 0, Math.min(length, chunk.length));
                            if (read < 0) {
                                return AVERROR_EOF();
                            }
                            into.put(chunk, 0, read);
                            position += read;
                            return read;
                        });
    }

    private long seek(long offset, int whence) {
        return guarded(
                () -> {
                    if (whence == AVSEEK_SIZE) {
                        return sizeOrError();
                    }
                    long to = origin(whence) + offset;
                    if (to < 0) {
                        return AVERROR_EXTERNAL();
                    }
                    source.seek(to);
                    position = to;
                    return to;
                });
    }

    private long origin(int whence) throws IOException {
        if (whence == FROM_HERE) {
            return position;
        }
        if (whence == FROM_END) {
            long size = source.size();
            return size < 0 ? Long.MIN_VALUE : size;
        }
        return whence == FROM_START ? 0 : Long.MIN_VALUE;
    }

    private long sizeOrError() throws IOException {
        long size = source.size();
        return size < 0 ? AVERROR_EXTERNAL() : size;
    }

    /** Whatever is thrown ends here: an exception that reaches native code ends the process. */
    private long guarded(Call call) {
        if (deadline.isOver()) {
            return AVERROR_EXIT();
        }
        watch.begin();
        try {
            return call.answer();
        } catch (Throwable e) {
            failure = e;
            return AVERROR_EXTERNAL();
        } finally {
            watch.end();
        }
    }

    @Override
    public void close() {
        OPEN.remove(number);
        watch.close();
        deadline.release(source);
        source.close();
        if (context != null) {
            // FFmpeg may have put another buffer in the place of ours.
            av_free(context.buffer());
            avio_context_free(context);
            context = null;
        }
    }
}
