// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.Gap;
import dev.sightline.video.MediaTime;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.VisualChange;
import dev.sightline.video.decode.SampleReader.Progress;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Makes the records of a range of one stream out of the frames of the passes over it. One thread,
 * but for {@link #progress}; owns no pass.
 */
final class TimelineBuilder implements AutoCloseable {

    /** Less than this at the end is a matter of rounding or of a last frame's length. */
    private static final long TOLERATED_MISSING_MS = 2000;

    /** Slide shows hold a picture for some seconds; a hole longer than this is worth an event. */
    private static final long NOTABLE_GAP_MS = 10_000;

    private final StreamRef stream;
    private final boolean changes;
    private final SampleMaker samples;
    private final RangeRecords records;
    private boolean started;
    private MediaTime last;
    private long countedErrors;
    private volatile Progress progress = new Progress(0, 0);

    /**
     * @param records where the records are put
     */
    TimelineBuilder(StreamRef stream, DecoderSettings settings, RangeRecords records) {
        this.stream = stream;
        this.changes = settings.changes();
        this.samples = new SampleMaker(stream, settings);
        this.records = records;
    }

    /** Says that a file is read anew, with another decoder. */
    void beginPass() {
        countedErrors = 0;
    }

    /** Whether the start marker was made. */
    boolean started() {
        return started;
    }

    /** Makes the start marker. */
    void start(Pass pass) {
        started = true;
        records.add(new StreamStarted(stream, pass.clock().at(pass.frames().clock().start(), 0)));
    }

    /**
     * Takes the frame that a pass is at.
     *
     * @throws MediaException if its pixels cannot be read
     */
    void accept(Pass pass, AVFrame frame) throws MediaException {
        GridPoint point = pass.frames().point();
        if (point != null) {
            last = pass.clock().at(point.pts(), point.mediaMs(pass.timeBase()));
            progress = new Progress(last.mediaMs(), pass.video().demuxer().durationMs());
            if (point.k() > point.expected()) {
                gap(pass, point);
            }
        }
        if (!records.ended()) {
            if (changes) {
                pass.changes().accept(frame, pass.frames().pts(), pass.frames().detail());
            }
            if (point != null) {
                sample(pass, frame, point);
            }
        }
    }

    private void gap(Pass pass, GridPoint point) {
        MediaTime before = pass.clock().at(point.previous(), point.previousMs(pass.timeBase()));
        boolean jumped = point.jumped();
        boolean interrupts = jumped || last.mediaMs() - before.mediaMs() >= NOTABLE_GAP_MS;
        List<VisualChange> told = List.of();
        if (interrupts) {
            told = pass.changes().finish();
            pass.changes().restart(point.origin());
        }
        // Where reading began anew in the midst of the gap, its first part was told of before.
        long from = Math.max(point.expected(), records.next());
        long to = Math.min(point.k(), records.range().to());
        if (from < to) {
            records.add(
                    new Gap(
                            stream,
                            from,
                            to,
                            before,
                            last,
                            interrupts,
                            jumped ? "time stamps jumped back" : "no frames",
                            from == point.expected() ? told : List.of()));
        }
    }

    private void sample(Pass pass, AVFrame frame, GridPoint point) throws MediaException {
        int errors = Math.toIntExact(errorsSinceLastSample(pass));
        countedErrors += errors;
        List<VisualChange> told = pass.changes().toldWith(point.pts());
        if (point.k() >= records.next()) {
            double aspect = pass.video().aspect();
            records.add(samples.make(frame, aspect, point.k(), last, errors, told));
        }
    }

    private long errorsSinceLastSample(Pass pass) {
        return pass == null ? 0 : pass.video().decoder().errors() - countedErrors;
    }

    /**
     * Ends the range, and the stream.
     *
     * @throws MediaException if the pass had no frame
     */
    void end(Pass pass) throws MediaException {
        if (pass.changes() == null) {
            throw new MediaException(
                    Category.DECODE,
                    "no frame could be decoded (" + pass.video().decoder().errors() + " refused)");
        }
        GridClock grid = pass.frames().clock();
        last = pass.clock().at(grid.last(), grid.lastMs());
        long missing = pass.video().demuxer().durationMs() - last.mediaMs();
        records.add(
                new StreamEnded(
                        stream,
                        records.next(),
                        records.range().to(),
                        last,
                        0,
                        errorsSinceLastSample(pass),
                        missing > TOLERATED_MISSING_MS ? missing : 0,
                        lastChanges(pass)));
    }

    /**
     * Ends the range because the stream cannot be read on.
     *
     * @param pass null if it could not be opened
     */
    void fail(Pass pass, Category category, String problem) {
        records.add(
                new StreamFailed(
                        stream,
                        records.next(),
                        records.range().to(),
                        last,
                        category,
                        last == null ? problem : problem + " (at " + last.mediaMs() + " ms)",
                        errorsSinceLastSample(pass),
                        changesBeforeFailure(pass)));
    }

    private List<VisualChange> changesBeforeFailure(Pass pass) {
        try {
            return pass == null ? List.of() : lastChanges(pass);
        } catch (RuntimeException e) {
            return List.of(); // what made the stream fail may be in their way too
        }
    }

    /** What is left to tell; nothing if the stream ended before this range. */
    private List<VisualChange> lastChanges(Pass pass) {
        boolean here =
                pass.changes() != null && pass.frames().clock().next() >= records.range().from();
        return here ? pass.changes().finish() : List.of();
    }

    /** How far it is; from any thread. */
    Progress progress() {
        return progress;
    }

    @Override
    public void close() {
        samples.close();
    }
}
