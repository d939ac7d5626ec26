// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.Gap;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SampleRange;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Samples a local file, or a range of it, on the grid, and tells what changed between the samples.
 *
 * <p>A reader that does not begin at the start goes to a keyframe some seconds before its first
 * record where the container has an index, and reads from the start where it has none. Either way
 * its records are those of an undisturbed run, as long as nothing before them is damaged: behind a
 * damaged frame that run decodes everything, which this one does not know of.
 */
public final class FileSampleReader implements SampleReader {

    private static final Logger LOG = LoggerFactory.getLogger(FileSampleReader.class);

    /** Less than this at the end is a matter of rounding or of a last frame's length. */
    private static final long TOLERATED_MISSING_MS = 2000;

    /** Slide shows hold a picture for some seconds; a hole longer than this is worth an event. */
    private static final long NOTABLE_GAP_MS = 10_000;

    private final StreamRef stream;
    private final String path;
    private final DecoderSettings settings;
    private final Deadline deadline;
    private final SampleMaker samples;
    private final Queue<TimelineRecord> ready = new ArrayDeque<>();

    private SampleRange range;
    private FilePass pass;
    private FilePass.Way way;
    private long handed;
    private boolean started;
    private MediaTime last;
    private long countedErrors;
    private boolean ended;
    private volatile Progress progress = new Progress(0, 0);

    /** Reads all of a file, from {@code resumeAt} on. */
    public FileSampleReader(
            StreamRef stream, String path, DecoderSettings settings, long resumeAt) {
        this(stream, path, settings, SampleRange.WHOLE, resumeAt);
    }

    /**
     * @param path the file
     * @param range what to read of it
     * @param resumeAt position of the first record to hand out; the begin of the range, -1 for the
     *     start marker, or a place in the range
     */
    public FileSampleReader(
            StreamRef stream,
            String path,
            DecoderSettings settings,
            SampleRange range,
            long resumeAt) {
        Natives.load();
        this.stream = stream;
        this.path = path;
        this.settings = settings;
        this.range = range;
        this.handed = resumeAt;
        this.way =
                settings.policy() == SamplingPolicy.EVERYTHING
                        ? FilePass.Way.WHOLE
                        : FilePass.Way.SOUGHT;
        this.deadline = new Deadline(settings.readTimeout());
        this.samples = new SampleMaker(stream, settings);
    }

    @Override
    public TimelineRecord next() {
        while (ready.isEmpty() && !ended) {
            try {
                step();
            } catch (SparseDecodingFailed e) {
                readAnew(e);
            } catch (MediaException e) {
                fail(e.category(), e.getMessage());
            } catch (ArithmeticException e) {
                failUnexpectedly("has time stamps that are out of range", e);
            } catch (RuntimeException e) {
                failUnexpectedly("cannot be read: " + e, e);
            }
        }
        return ready.poll();
    }

    private void step() throws MediaException, SparseDecodingFailed {
        if (pass == null) {
            pass = FilePass.open(path, settings, deadline, handed, way);
            way = pass.way();
        }
        AVFrame frame = pass.frames().next();
        if (frame == null) {
            end();
        } else {
            accept(frame);
        }
    }

    /** Reads the file again in another way; what was handed out already is not repeated. */
    private void readAnew(SparseDecodingFailed reason) {
        way = way.next();
        LOG.debug("{}: read again, {}: {}", stream.streamId(), way, reason.getMessage());
        countedErrors = 0;
        closePass();
    }

    private void accept(AVFrame frame) throws MediaException {
        if (!started) {
            started = true;
            hand(new StreamStarted(stream, pass.clock().at(pass.frames().clock().start(), 0)));
        }
        GridPoint point = pass.frames().point();
        if (point != null) {
            last = pass.clock().at(point.pts(), point.mediaMs(pass.timeBase()));
            progress = new Progress(last.mediaMs(), pass.video().demuxer().durationMs());
            if (point.k() > point.expected()) {
                gap(point);
            }
        }
        if (!ended) {
            if (settings.changes()) {
                pass.changes().accept(frame, pass.frames().pts(), pass.frames().detail());
            }
            if (point != null) {
                sample(frame, point);
            }
        }
    }

    private void gap(GridPoint point) {
        MediaTime before = pass.clock().at(point.previous(), point.previousMs(pass.timeBase()));
        boolean jumped = point.jumped();
        boolean interrupts = jumped || last.mediaMs() - before.mediaMs() >= NOTABLE_GAP_MS;
        List<VisualChange> changes = List.of();
        if (interrupts) {
            changes = pass.changes().finish();
            pass.changes().restart(point.origin());
        }
        // Where reading began anew in the midst of the gap, its first part was told of before.
        long from = Math.max(point.expected(), handed);
        long to = Math.min(point.k(), range.to());
        if (from < to) {
            hand(
                    new Gap(
                            stream,
                            from,
                            to,
                            before,
                            last,
                            interrupts,
                            jumped ? "time stamps jumped back" : "no frames",
                            from == point.expected() ? changes : List.of()));
        }
    }

    private void sample(AVFrame frame, GridPoint point) throws MediaException {
        int errors = errorsSinceLastSample();
        countedErrors += errors;
        List<VisualChange> changes = pass.changes().toldWith(point.pts());
        if (point.k() >= handed) {
            double aspect = pass.video().aspect();
            hand(samples.make(frame, aspect, point.k(), last, errors, changes));
        }
    }

    private int errorsSinceLastSample() {
        return pass == null ? 0 : Math.toIntExact(pass.video().decoder().errors() - countedErrors);
    }

    private void end() throws MediaException {
        if (!started || pass.changes() == null) {
            throw new MediaException(
                    Category.DECODE,
                    "no frame could be decoded (" + pass.video().decoder().errors() + " refused)");
        }
        GridClock grid = pass.frames().clock();
        last = pass.clock().at(grid.last(), grid.lastMs());
        long missing = pass.video().demuxer().durationMs() - last.mediaMs();
        hand(
                new StreamEnded(
                        stream,
                        handed,
                        range.to(),
                        last,
                        0,
                        errorsSinceLastSample(),
                        missing > TOLERATED_MISSING_MS ? missing : 0,
                        lastChanges()));
        ended = true;
    }

    /** What is open may be in no state to be asked for anything. */
    private void failUnexpectedly(String problem, RuntimeException reason) {
        LOG.warn("{}: {}", stream.streamId(), problem, reason);
        closePass();
        fail(Category.DECODE, problem);
    }

    private void fail(Category category, String problem) {
        hand(
                new StreamFailed(
                        stream,
                        handed,
                        range.to(),
                        last,
                        category,
                        last == null ? problem : problem + " (at " + last.mediaMs() + " ms)",
                        errorsSinceLastSample(),
                        lastChanges()));
        ended = true;
    }

    /** What is left to tell; nothing if the stream ended before this range. */
    private List<VisualChange> lastChanges() {
        boolean watched = pass != null && pass.changes() != null;
        boolean here = watched && pass.frames().clock().next() >= range.from();
        return here ? pass.changes().finish() : List.of();
    }

    private void hand(TimelineRecord timelineRecord) {
        if (timelineRecord.position() >= handed) {
            handed = timelineRecord.nextPosition();
            ready.add(timelineRecord);
            ended |= timelineRecord.nextPosition() >= range.to();
        }
    }

    @Override
    public OptionalLong seekablePositions() {
        // What has ended is not cut: its closing record is that of the whole file.
        if (ended || pass == null || !pass.seekable()) {
            return OptionalLong.empty();
        }
        long durationMs = pass.video().demuxer().durationMs();
        return OptionalLong.of(durationMs / settings.interval().toMillis() + 1);
    }

    @Override
    public void endAt(long position) {
        range = new SampleRange(range.from(), position);
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void cancel() {
        deadline.cancel();
    }

    private void closePass() {
        if (pass != null) {
            pass.close();
            pass = null;
        }
    }

    @Override
    public void close() {
        closePass();
        samples.close();
        deadline.close();
    }
}
