// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.SampleRange;
import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Samples a medium that has an end, or a range of it, on the grid, and tells what changed between
 * the samples.
 *
 * <p>A reader that does not begin at the start goes to a keyframe some seconds before its first
 * record where the container has an index, and reads from the start where it has none. Either way
 * its records are those of an undisturbed run, as long as nothing before them is damaged: behind a
 * damaged frame that run decodes everything, which this one does not know of.
 */
public final class FileSampleReader implements SampleReader {

    private static final Logger LOG = LoggerFactory.getLogger(FileSampleReader.class);

    private final StreamRef stream;
    private final MediaInput input;
    private final DecoderSettings settings;
    private final Deadline deadline;
    private final RangeRecords records;
    private final TimelineBuilder timeline;

    private FilePass pass;
    private FilePass.Way way;
    private AVFrame waiting;

    /** Reads all of a local file, from {@code resumeAt} on. */
    public FileSampleReader(
            StreamRef stream, String path, DecoderSettings settings, long resumeAt) {
        this(stream, new MediaInput.LocalFile(path), settings, SampleRange.WHOLE, resumeAt);
    }

    /**
     * @param input how the medium is opened, anew for each pass over it
     * @param range what to read of it
     * @param resumeAt position of the first record to hand out; the begin of the range, -1 for the
     *     start marker, or a place in the range
     */
    public FileSampleReader(
            StreamRef stream,
            MediaInput input,
            DecoderSettings settings,
            SampleRange range,
            long resumeAt) {
        Natives.load();
        this.stream = stream;
        this.input = input;
        this.settings = settings;
        this.records = new RangeRecords(range, resumeAt);
        this.way =
                settings.policy() == SamplingPolicy.EVERYTHING
                        ? FilePass.Way.WHOLE
                        : FilePass.Way.SOUGHT;
        this.deadline = new Deadline(settings.readTimeout());
        this.timeline = new TimelineBuilder(stream, settings, records);
    }

    @Override
    public TimelineRecord next() {
        while (records.wantsMore()) {
            try {
                step();
            } catch (SparseDecodingFailed e) {
                readAnew(e);
            } catch (MediaException e) {
                timeline.fail(pass, e.category(), e.getMessage());
            } catch (ArithmeticException e) {
                timeline.fail(pass, Category.DECODE, "has time stamps that are out of range");
            } catch (RuntimeException e) {
                // A file can be odd in ways that nobody thought of; the others have to go on.
                LOG.warn("{}: cannot be read on at {}", stream.streamId(), records.next(), e);
                timeline.fail(pass, Category.DECODE, "cannot be read on: " + e);
            }
        }
        return records.poll();
    }

    private void step() throws MediaException, SparseDecodingFailed {
        if (pass == null) {
            pass = FilePass.open(input, settings, deadline, records.next(), way);
            way = pass.way();
        }
        AVFrame frame = waiting == null ? pass.frames().next() : waiting;
        waiting = null;
        if (frame == null) {
            timeline.end(pass);
        } else if (!timeline.started()) {
            // Handed out before anything is made of the frame: only then it is decided where a
            // range ends, and what is made may lie behind that, or tell of a failure.
            timeline.start(pass);
            waiting = frame;
        } else {
            timeline.accept(pass, frame);
        }
    }

    /** Reads the file again in another way; what was handed out already is not repeated. */
    private void readAnew(SparseDecodingFailed reason) {
        way = way.next();
        LOG.debug("{}: read again, {}: {}", stream.streamId(), way, reason.getMessage());
        closePass();
        timeline.beginPass();
    }

    @Override
    public OptionalLong seekablePositions() {
        // What has ended is not cut: its closing record is that of the whole file.
        if (records.ended() || pass == null || !pass.seekable()) {
            return OptionalLong.empty();
        }
        long durationMs = pass.video().demuxer().durationMs();
        return OptionalLong.of(durationMs / settings.interval().toMillis() + 1);
    }

    @Override
    public void endAt(long position) {
        records.endAt(position);
    }

    @Override
    public Progress progress() {
        return timeline.progress();
    }

    @Override
    public void cancel() {
        deadline.cancel();
    }

    private void closePass() {
        waiting = null;
        if (pass != null) {
            pass.close();
            pass = null;
        }
    }

    @Override
    public void close() {
        closePass();
        timeline.close();
        deadline.close();
    }
}
