// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.Gap;
import dev.sightline.video.MediaTime;
import dev.sightline.video.Sample;
import dev.sightline.video.SampleRange;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualSignature;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Queue;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Reads a local file from its start and samples it on the grid.
 *
 * <p>A reader that resumes decodes what lies before again, without scaling or handing it out: only
 * so are its samples the same as those of an undisturbed run for every container there is.
 */
public final class FileSampleReader implements SampleReader {

    /** Less than this at the end is a matter of rounding or of a last frame's length. */
    private static final long TOLERATED_MISSING_MS = 2000;

    /** Slide shows hold a picture for some seconds; a hole longer than this is worth an event. */
    private static final long NOTABLE_GAP_MS = 10_000;

    private final StreamRef stream;
    private final String path;
    private final DecoderSettings settings;
    private final long resumeAt;
    private SampleRange range;
    private final Deadline deadline;
    private final FrameScaler scaler;
    private final Queue<TimelineRecord> ready = new ArrayDeque<>();

    private FrameSource frames;
    private StreamClock clock;
    private GridSampler sampler;
    private MediaTime last;
    private long lastPts;
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
        this.resumeAt = resumeAt;
        this.deadline = new Deadline(settings.readTimeout());
        this.scaler = new FrameScaler(settings.geometry());
    }

    @Override
    public TimelineRecord next() {
        while (ready.isEmpty() && !ended) {
            try {
                step();
            } catch (MediaException e) {
                fail(e.category(), e.getMessage());
            } catch (ArithmeticException e) {
                fail(Category.DECODE, "has time stamps that are out of range");
            }
        }
        return ready.poll();
    }

    private void step() throws MediaException {
        if (frames == null) {
            open();
            return;
        }
        AVFrame frame = frames.next();
        if (frame == null) {
            end();
        } else {
            accept(frame);
        }
    }

    private void open() throws MediaException {
        frames = FrameSource.open(path, settings, deadline);
        Demuxer demuxer = frames.demuxer();
        AVFrame first = frames.next();
        if (first == null) {
            throw new MediaException(
                    Category.DECODE,
                    "no frame could be decoded (" + frames.decoder().errors() + " refused)");
        }
        long firstPts = FrameSource.pts(first, 0);
        long start = demuxer.startPts().orElse(firstPts);
        sampler = new GridSampler(demuxer.timeBase(), start, settings.interval().toMillis());
        clock =
                new StreamClock(
                        demuxer.timeBase(),
                        demuxer.tag("creation_time"),
                        demuxer.durationMs(),
                        Clock.systemUTC());
        last = clock.at(start, 0);
        lastPts = start;
        hand(new StreamStarted(stream, last));
        accept(first);
    }

    private void accept(AVFrame frame) throws MediaException {
        long pts = FrameSource.pts(frame, lastPts);
        long expected = sampler.next();
        GridSampler.Verdict verdict = sampler.accept(pts);
        MediaTime before = last;
        lastPts = pts;
        last = clock.at(pts, sampler.mediaMs(pts));
        progress = new Progress(last.mediaMs(), frames.demuxer().durationMs());
        switch (verdict) {
            case BETWEEN -> {
                return;
            }
            case SAMPLE_AFTER_GAP -> gap(expected, before, false);
            case SAMPLE_AFTER_JUMP -> gap(expected, before, true);
            default -> {
                // The grid point follows the one before it.
            }
        }
        if (!ended) {
            sample(frame, sampler.next() - 1);
        }
    }

    private void gap(long expected, MediaTime before, boolean jumped) {
        long from = Math.max(expected, resumeAt);
        long to = Math.min(sampler.next() - 1, range.to());
        if (from >= to) {
            return;
        }
        boolean notable = last.mediaMs() - before.mediaMs() >= NOTABLE_GAP_MS;
        hand(
                new Gap(
                        stream,
                        from,
                        to,
                        before,
                        last,
                        jumped || notable,
                        jumped ? "time stamps jumped back" : "no frames"));
    }

    private void sample(AVFrame frame, long k) throws MediaException {
        int errors = errorsSinceLastSample();
        countedErrors += errors;
        if (k < resumeAt) {
            return;
        }
        byte[] rgb = scaler.toRgb(frame, frames.aspect(frame));
        VisualSignature visual =
                VisualSignature.of(rgb, settings.geometry().width(), settings.geometry().height());
        hand(new Sample(stream, k, last, rgb, visual, errors));
    }

    private int errorsSinceLastSample() {
        return frames == null ? 0 : Math.toIntExact(frames.decoder().errors() - countedErrors);
    }

    private void end() {
        long duration = frames.demuxer().durationMs();
        long missing = duration - last.mediaMs();
        hand(
                new StreamEnded(
                        stream,
                        Math.max(sampler.next(), resumeAt),
                        range.to(),
                        last,
                        0,
                        errorsSinceLastSample(),
                        missing > TOLERATED_MISSING_MS ? missing : 0));
        ended = true;
    }

    private void fail(Category category, String problem) {
        boolean opened = sampler != null;
        hand(
                new StreamFailed(
                        stream,
                        Math.max(opened ? sampler.next() : -1, resumeAt),
                        range.to(),
                        last,
                        category,
                        opened ? problem + " (at " + last.mediaMs() + " ms)" : problem,
                        errorsSinceLastSample()));
        ended = true;
    }

    private void hand(TimelineRecord timelineRecord) {
        if (timelineRecord.position() >= resumeAt) {
            ready.add(timelineRecord);
            ended |= timelineRecord.nextPosition() >= range.to();
        }
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

    @Override
    public void close() {
        if (frames != null) {
            frames.close();
        }
        scaler.close();
        deadline.close();
    }
}
