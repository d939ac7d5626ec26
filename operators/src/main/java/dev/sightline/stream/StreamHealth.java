// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.video.MediaTime;
import dev.sightline.video.Reconnecting;
import dev.sightline.video.SampleFailed;
import dev.sightline.video.Shed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;

/**
 * How a live stream is doing, counted from its records in order.
 *
 * @param stream the stream and its current epoch
 * @param time of its last record that has one, or null
 * @param samples samples of this epoch
 * @param decodeErrors packets and frames of this epoch that were refused
 * @param shedMs milliseconds of this epoch that were left out under overload
 * @param drift of its clock
 * @param driftToldMs the drift that was told last
 * @param beats heartbeats told so far, over all epochs
 */
public record StreamHealth(
        StreamRef stream,
        MediaTime time,
        long samples,
        long decodeErrors,
        long shedMs,
        ClockDrift drift,
        long driftToldMs,
        long beats) {

    /** Before a stream's first record. */
    static StreamHealth initial(StreamRef stream) {
        return new StreamHealth(stream, null, 0, 0, 0, ClockDrift.START, 0, 0);
    }

    /** With one more record, the next in order. */
    StreamHealth after(TimelineRecord next) {
        if (!next.stream().equals(stream)) {
            StreamHealth begun = initial(next.stream());
            return begun.counting(next, time, beats);
        }
        return counting(next, time, beats);
    }

    private StreamHealth counting(TimelineRecord next, MediaTime before, long beatsBefore) {
        if (next instanceof EmbeddedSample sample) {
            return new StreamHealth(
                    stream,
                    sample.time(),
                    samples + 1,
                    decodeErrors + sample.decodeErrors(),
                    shedMs,
                    drift.after(sample.time()),
                    driftToldMs,
                    beatsBefore);
        }
        long errors = next instanceof SampleFailed failed ? failed.decodeErrors() : 0;
        MediaTime at = next instanceof Reconnecting away ? away.time() : before;
        return new StreamHealth(
                stream,
                at,
                samples,
                decodeErrors + errors,
                shedMs,
                drift,
                driftToldMs,
                beatsBefore);
    }

    /** With samples that were left out. */
    StreamHealth shed(Shed shed) {
        return new StreamHealth(
                stream,
                shed.to(),
                samples,
                decodeErrors,
                shedMs + shed.shedMs(),
                drift,
                driftToldMs,
                beats);
    }

    /** Whether the drift has changed by a bound since it was told. */
    boolean driftIsNews(long boundMs) {
        Long now = drift.driftMs();
        return now != null && Math.abs(now - driftToldMs) >= boundMs;
    }

    /** With the drift told. */
    StreamHealth driftTold() {
        return new StreamHealth(
                stream, time, samples, decodeErrors, shedMs, drift, drift.driftMs(), beats);
    }

    /** With a heartbeat told. */
    StreamHealth beaten() {
        return new StreamHealth(
                stream, time, samples, decodeErrors, shedMs, drift, driftToldMs, beats + 1);
    }
}
