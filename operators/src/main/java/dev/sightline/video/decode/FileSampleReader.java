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
import dev.sightline.video.TimeBase;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualSignature;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a local file from its start and samples it on the grid.
 *
 * <p>A reader that resumes decodes what lies before again, without scaling or handing it out: only
 * so are its samples the same as those of an undisturbed run for every container there is.
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
    private SampleRange range;
    private final Deadline deadline;
    private final FrameScaler scaler;
    private final PreviewEncoder previews;
    private final Queue<TimelineRecord> ready = new ArrayDeque<>();

    private OpenedVideo video;
    private FrameSource frames;
    private StreamClock clock;
    private TimeBase timeBase;
    private long handed;
    private boolean started;
    private MediaTime last;
    private long countedErrors;
    private boolean whole;
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
        this.whole = settings.policy() == SamplingPolicy.EVERYTHING;
        this.deadline = new Deadline(settings.readTimeout());
        this.scaler = new FrameScaler(settings.geometry());
        this.previews = new PreviewEncoder(settings.previewSize());
    }

    @Override
    public TimelineRecord next() {
        while (ready.isEmpty() && !ended) {
            try {
                step();
            } catch (SparseDecodingFailed e) {
                decodeWhole(e);
            } catch (MediaException e) {
                fail(e.category(), e.getMessage());
            } catch (ArithmeticException e) {
                fail(Category.DECODE, "has time stamps that are out of range");
            }
        }
        return ready.poll();
    }

    private void step() throws MediaException, SparseDecodingFailed {
        if (frames == null) {
            open();
        }
        AVFrame frame = frames.next();
        if (frame == null) {
            end();
        } else {
            accept(frame);
        }
    }

    private void open() throws MediaException {
        video = OpenedVideo.open(path, settings, deadline);
        Demuxer demuxer = video.demuxer();
        timeBase = demuxer.timeBase();
        clock =
                new StreamClock(
                        timeBase,
                        demuxer.tag("creation_time"),
                        demuxer.durationMs(),
                        Clock.systemUTC());
        whole |= !SparseFrames.suits(demuxer);
        frames =
                whole
                        ? new AllFrames(video, this::grid)
                        : new SparseFrames(video, settings.policy(), this::grid);
    }

    private SamplingGrid grid(long firstPts) {
        long start = video.demuxer().startPts().orElse(firstPts);
        GridClock grid = new GridClock(timeBase, start, settings.interval().toMillis(), 0);
        return SamplingGrid.of(settings.policy(), grid, whole);
    }

    /** Reads the file again from its start; what was handed out already is not repeated. */
    private void decodeWhole(SparseDecodingFailed reason) {
        LOG.debug("{}: every frame is decoded, because {}", stream.streamId(), reason.getMessage());
        whole = true;
        countedErrors = 0;
        closeVideo();
    }

    private void accept(AVFrame frame) throws MediaException {
        if (!started) {
            started = true;
            hand(new StreamStarted(stream, clock.at(frames.clock().start(), 0)));
        }
        GridPoint point = frames.point();
        if (point == null) {
            return;
        }
        last = clock.at(point.pts(), point.mediaMs(timeBase));
        progress = new Progress(last.mediaMs(), video.demuxer().durationMs());
        if (point.k() > point.expected()) {
            gap(point);
        }
        if (!ended) {
            sample(frame, point.k());
        }
    }

    private void gap(GridPoint point) {
        MediaTime before = clock.at(point.previous(), point.previousMs(timeBase));
        boolean notable = last.mediaMs() - before.mediaMs() >= NOTABLE_GAP_MS;
        boolean jumped = point.jumped();
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
                            jumped || notable,
                            jumped ? "time stamps jumped back" : "no frames"));
        }
    }

    private void sample(AVFrame frame, long k) throws MediaException {
        int errors = errorsSinceLastSample();
        countedErrors += errors;
        if (k < handed) {
            return;
        }
        byte[] rgb = scaler.toRgb(frame, video.aspect());
        VisualSignature visual =
                VisualSignature.of(rgb, settings.geometry().width(), settings.geometry().height());
        byte[] preview = previews.encode(frame, video.aspect());
        hand(new Sample(stream, k, last, rgb, visual, preview, errors, List.of()));
    }

    private int errorsSinceLastSample() {
        return video == null ? 0 : Math.toIntExact(video.decoder().errors() - countedErrors);
    }

    private void end() throws MediaException {
        if (!started) {
            throw new MediaException(
                    Category.DECODE,
                    "no frame could be decoded (" + video.decoder().errors() + " refused)");
        }
        GridClock grid = frames.clock();
        last = clock.at(grid.last(), grid.lastMs());
        long missing = video.demuxer().durationMs() - last.mediaMs();
        hand(
                new StreamEnded(
                        stream,
                        handed,
                        range.to(),
                        last,
                        0,
                        errorsSinceLastSample(),
                        missing > TOLERATED_MISSING_MS ? missing : 0,
                        List.of()));
        ended = true;
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
                        List.of()));
        ended = true;
    }

    private void hand(TimelineRecord timelineRecord) {
        if (timelineRecord.position() >= handed) {
            handed = timelineRecord.nextPosition();
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

    private void closeVideo() {
        if (frames != null) {
            frames.close();
            frames = null;
        }
        if (video != null) {
            video.close();
            video = null;
        }
    }

    @Override
    public void close() {
        closeVideo();
        scaler.close();
        previews.close();
        deadline.close();
    }
}
