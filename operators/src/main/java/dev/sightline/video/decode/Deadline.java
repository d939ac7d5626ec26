// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * Ends a native read that takes too long or whose reader was closed. FFmpeg asks it from inside
 * blocking calls; it is the only way to break them.
 */
final class Deadline extends AVIOInterruptCB.Callback_Pointer {

    private final long timeoutNanos;
    private volatile long end;
    private volatile boolean cancelled;

    Deadline(Duration timeout) {
        this.timeoutNanos = timeout.toNanos();
        extend();
    }

    /** Starts the clock anew, before each read. */
    void extend() {
        end = System.nanoTime() + timeoutNanos;
    }

    /** Makes the read in progress, and all later ones, fail at once; from any thread. */
    void cancel() {
        cancelled = true;
    }

    @Override
    public int call(Pointer unused) {
        return cancelled || System.nanoTime() - end > 0 ? 1 : 0;
    }
}
