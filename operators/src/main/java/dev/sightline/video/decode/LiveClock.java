// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.MediaTime;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The wall time of a live stream's frames: what the sender states, if it states any, else from the
 * times at which packets arrived. Arrival is late by what networks and queues took, never early, so
 * the packet that was delayed least says most: of the last minute, the least difference between
 * arrival and PTS is taken as the delay of none.
 *
 * <p>The error is stated as a bound. A frame was taken before it arrived, so a time that follows
 * from arrivals is wrong by at most the delay that is still in it, plus what every camera needs to
 * encode. A time that the sender states is believed, unless the frame arrived before it, or so long
 * after it that its clock must be wrong; then the bound grows by as much.
 */
final class LiveClock implements MediaClock {

    /** Cameras encode, and networks deliver, within this. */
    private static final long ENCODING_MS = 500;

    /** Clocks that are set by NTP are right to this. */
    private static final long STATED_MS = 100;

    /** Frames of a camera arrive within this; segments of a playlist may lie for some minutes. */
    private static final Duration LATEST_CAMERA = Duration.ofSeconds(10);

    private static final Duration LATEST_SEGMENT = Duration.ofMinutes(5);

    /** Packets between reading and decoding. */
    private static final int REMEMBERED = 4096;

    private final TimeBase timeBase;
    private final Instant connecting;
    private final boolean recorded;
    private final TreeMap<Long, Arrival> arrivals = new TreeMap<>();
    private final LeastDelay delay = new LeastDelay();
    private boolean waited;

    /**
     * @param stated what the sender says, or null
     */
    private record Arrival(
            Instant at, Instant stated, WallSource source, long leastDelayMs, long queuedMs) {}

    /**
     * @param connecting when the connection was begun; packets that came since then may have lain
     *     in a queue until one had to be waited for
     * @param recorded whether arrivals say nothing, so that there is no wall time but a stated one
     */
    LiveClock(TimeBase timeBase, Instant connecting, boolean recorded) {
        this.timeBase = timeBase;
        this.connecting = connecting;
        this.recorded = recorded;
    }

    /** The clock of another timeline of the same connection, whose queue may be empty by now. */
    LiveClock another() {
        LiveClock other = new LiveClock(timeBase, connecting);
        other.waited = waited;
        return other;
    }

    /**
     * Notes a packet.
     *
     * @param waitedFor whether it had to be waited for, so that it came when it was read
     * @param stated wall time of its frame as the sender states it, or null
     * @param source of the stated time
     */
    void arrived(long pts, Instant at, boolean waitedFor, Instant stated, WallSource source) {
        waited |= waitedFor;
        long queuedMs = waited ? 0 : Duration.between(connecting, at).toMillis();
        long least = delay.after(at.toEpochMilli() - timeBase.toMillis(pts), at);
        arrivals.put(pts, new Arrival(at, stated, source, least, queuedMs));
        if (arrivals.size() > REMEMBERED) {
            arrivals.pollFirstEntry();
        }
    }

    @Override
    public MediaTime at(long pts, long mediaMs) {
        Map.Entry<Long, Arrival> entry = arrivals.floorEntry(pts);
        if (entry == null) {
            entry = arrivals.firstEntry();
        }
        Arrival arrival = entry.getValue();
        long sinceMs = timeBase.toMillis(pts - entry.getKey());
        if (arrival.stated() == null && recorded) {
            return new MediaTime(pts, timeBase, mediaMs, null, WallSource.NONE, 0, arrival.at());
        }
        return arrival.stated() == null
                ? byArrival(pts, mediaMs, arrival, sinceMs)
                : asStated(pts, mediaMs, arrival, sinceMs);
    }

    private MediaTime byArrival(long pts, long mediaMs, Arrival arrival, long sinceMs) {
        Instant wall = Instant.ofEpochMilli(timeBase.toMillis(pts) + arrival.leastDelayMs());
        long delayMs = Math.max(0, Duration.between(wall, arrival.at()).toMillis() + sinceMs);
        return new MediaTime(
                pts,
                timeBase,
                mediaMs,
                wall,
                WallSource.HOST_CLOCK,
                ENCODING_MS + delayMs + arrival.queuedMs(),
                arrival.at());
    }

    private MediaTime asStated(long pts, long mediaMs, Arrival arrival, long sinceMs) {
        Instant wall = arrival.stated().plusMillis(sinceMs);
        Duration latest = arrival.source() == WallSource.RTCP ? LATEST_CAMERA : LATEST_SEGMENT;
        Duration delay = Duration.between(arrival.stated(), arrival.at());
        long early = Math.max(0, -delay.toMillis());
        long late = Math.max(0, delay.minus(latest).toMillis());
        return new MediaTime(
                pts,
                timeBase,
                mediaMs,
                wall,
                arrival.source(),
                STATED_MS + early + late,
                arrival.at());
    }
}
