// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * Ends a native read that takes too long or whose reader was closed. FFmpeg asks it from inside
 * blocking calls; it is the only way to break them. A file system that does not answer at all is
 * waited for: FFmpeg asks before each read of a local file, not during it. A byte source of ours is
 * cancelled instead, see {@link ReadWatch}.
 *
 * <p>JavaCPP has ten native functions for all callbacks of a kind in the process. So all deadlines
 * share one, and FFmpeg passes it the number of the one that it asks.
 */
final class Deadline implements AutoCloseable {

    private static final Map<Long, Deadline> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong LAST_NUMBER = new AtomicLong();
    private static final Question QUESTION = new Question();

    private final long number = LAST_NUMBER.incrementAndGet();
    private final long timeoutNanos;
    private final Set<ByteSource> sources = ConcurrentHashMap.newKeySet();
    private volatile long end;
    private volatile boolean cancelled;
    private volatile boolean expired;

    /** Asked by the thread that reads only, while FFmpeg reads. */
    private AVFormatContext kept;

    private long keptUrl;
    private boolean ledAway;

    /** What FFmpeg calls; never freed, as it is there once. */
    private static final class Question extends AVIOInterruptCB.Callback_Pointer {
        @Override
        public int call(Pointer number) {
            Deadline deadline = OPEN.get(number.address());
            return deadline == null || deadline.isOver() || deadline.isLedAway() ? 1 : 0;
        }
    }

    Deadline(Duration timeout) {
        this.timeoutNanos = timeout.toNanos();
        extend();
        OPEN.put(number, this);
    }

    /** Makes the reads of a file ask this deadline, which must be closed after it. */
    void watch(AVFormatContext context) {
        context.interrupt_callback().callback(QUESTION).opaque(new NativeHandle(number));
    }

    /**
     * Ends reads too as soon as a server sends FFmpeg to another address, which nobody has checked:
     * it follows redirects of RTSP, and asks here before it says anything to the other server.
     */
    void keepToAddress(AVFormatContext context) {
        kept = context;
    }

    /** FFmpeg puts another text in the place of the address; the old one is still there then. */
    private boolean isLedAway() {
        if (kept == null || ledAway) {
            return ledAway;
        }
        long url = kept.url() == null ? 0 : kept.url().address();
        ledAway = keptUrl != 0 && url != keptUrl;
        keptUrl = url;
        return ledAway;
    }

    /** Whether a server redirected the stream. */
    boolean wasLedAway() {
        return ledAway;
    }

    /** Makes {@link #cancel()} cancel a source too, until it is released. */
    void guard(ByteSource source) {
        sources.add(source);
        if (cancelled) {
            source.cancel();
        }
    }

    /** Forgets a source, before it is closed. */
    void release(ByteSource source) {
        sources.remove(source);
    }

    /** Starts the clock anew, before each read. */
    void extend() {
        end = System.nanoTime() + timeoutNanos;
    }

    /** Makes the read in progress, and all later ones, fail at once; from any thread. */
    void cancel() {
        cancelled = true;
        sources.forEach(ByteSource::cancel);
    }

    /** Makes it stay passed, as a source that was cancelled for it cannot be read on. */
    void expire() {
        expired = true;
    }

    /** Whether reads must end. */
    boolean isOver() {
        return cancelled || expired || remainingNanos() < 0;
    }

    /** Whether reads must end because they took too long, and not because they were cancelled. */
    boolean timedOut() {
        return !cancelled && isOver();
    }

    /** Until it passes; negative afterwards. */
    long remainingNanos() {
        return end - System.nanoTime();
    }

    /** How long one read may take. */
    long timeoutNanos() {
        return timeoutNanos;
    }

    @Override
    public void close() {
        OPEN.remove(number);
    }
}
