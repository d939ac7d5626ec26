// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.TimelineRecord;
import java.time.Clock;
import java.util.List;

/**
 * A stream that a reader watches: its thread, its buffer, and the place of the records that were
 * emitted. One thread, that of the task.
 */
final class LiveStream {

    private final LiveSplit split;
    private final LiveSettings settings;
    private final LiveBuffer buffer;
    private final LivePlace told;
    private final LivePlace emitted;
    private LiveStreamLoop loop;
    private Thread thread;
    private boolean refused;
    private boolean ended;

    /**
     * @param filled is told that there is something to emit
     */
    LiveStream(LiveSplit split, LiveSettings settings, Runnable filled) {
        this.split = split;
        this.settings = settings;
        this.buffer =
                new LiveBuffer(settings.buffered(), split.registration().intervalMs(), filled);
        this.told = new LivePlace(split);
        this.emitted = new LivePlace(split);
    }

    Registration registration() {
        return split.registration();
    }

    /** Begins to watch. */
    void start(Connector connector) {
        boolean fresh = split.next() == LiveSplit.FIRST;
        loop =
                new LiveStreamLoop(
                        split.splitId(),
                        connector,
                        buffer,
                        told,
                        settings,
                        connector.surroundings(),
                        fresh ? "not connected yet" : "the stream was not watched");
        thread = new Thread(loop, "live stream " + split.splitId());
        thread.setDaemon(true);
        thread.start();
    }

    boolean isStarted() {
        return thread != null;
    }

    /** Says, once, that it is not watched since there is no room. */
    void refuse() {
        if (!refused) {
            refused = true;
            tell(
                    told.away(
                            Clock.systemUTC().instant(),
                            new BackOff(settings, () -> 1),
                            true,
                            true,
                            Category.REGISTRATION,
                            "more than "
                                    + settings.mostStreams()
                                    + " streams for one task: raise --max-live-streams or the"
                                    + " parallelism",
                            List.of()));
        }
    }

    /** Says that it is not wanted any more, instead of watching it. */
    void end() {
        ended = true;
        tell(told.end(Clock.systemUTC().instant()));
    }

    private void tell(TimelineRecord next) {
        told.passed(next);
        buffer.addMarker(next);
    }

    boolean isEnded() {
        return ended;
    }

    /** The next record to emit, or null. */
    TimelineRecord poll() {
        TimelineRecord next = buffer.poll();
        if (next != null) {
            emitted.passed(next);
        }
        return next;
    }

    boolean hasRecords() {
        return !buffer.isEmpty();
    }

    boolean isConnected() {
        return loop != null && loop.isConnected();
    }

    int buffered() {
        return buffer.samples();
    }

    long shed() {
        return buffer.shed();
    }

    /** The place behind what was emitted. */
    LiveSplit split() {
        return emitted.split();
    }

    /** Makes the thread end soon; what it has read and was not emitted is dropped. */
    void cancel() {
        buffer.close();
        if (loop != null) {
            loop.cancel();
            thread.interrupt();
        }
    }

    /** Waits for the thread, after {@link #cancel()}. */
    void join(long millis) throws InterruptedException {
        if (thread != null && millis > 0) {
            thread.join(millis);
        }
    }

    /** Whether its thread has ended. */
    boolean isGone() {
        return thread == null || !thread.isAlive();
    }
}
