// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.SampleRange;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A connection through FFmpeg. Frames are decoded as sparsely as those of files, until the stream
 * turns out not to be what that relies on; from then on every frame is.
 */
public final class LiveConnection implements Connection {

    /** Packets may come for so many read time-outs without a frame, where keyframes are rare. */
    private static final int PATIENCE = 3;

    private static final long FIRST = -1;

    private final MediaInput input;
    private final DecoderSettings settings;
    private final Medium medium;
    private final Deadline deadline;
    private OpenedVideo video;
    private LivePackets packets;
    private LivePass pass;
    private TimelineBuilder timeline;
    private RangeRecords records;
    private AVFrame waiting;
    private boolean whole;
    private String interruption = "";

    /**
     * @param settings its time-out is the longest silence of a stream that is not lost
     * @param medium what is known of the stream
     */
    public LiveConnection(MediaInput input, DecoderSettings settings, Medium medium) {
        Natives.load();
        this.input = input;
        this.settings = settings;
        this.medium = medium;
        this.whole = settings.policy() == SamplingPolicy.EVERYTHING;
        this.deadline = new Deadline(settings.readTimeout());
    }

    /**
     * Connects, and waits until the stream's properties are known. To be called once, before all
     * else but {@link #cancel()} and {@link #close()}.
     *
     * @throws MediaException if that does not succeed
     */
    public void open() throws MediaException {
        Instant connecting = Instant.now();
        video = OpenedVideo.open(input, settings, deadline);
        Duration patience = settings.readTimeout().multipliedBy(PATIENCE).plus(settings.interval());
        packets = new LivePackets(video.demuxer(), medium, patience, Clock.systemUTC(), connecting);
    }

    @Override
    public void begin(StreamRef stream) {
        if (pass != null) {
            closePass();
            packets.goOn();
            video.decoder().flush();
        }
        pass = new LivePass(video, packets, settings, whole);
        records = new RangeRecords(SampleRange.WHOLE, FIRST);
        timeline = new TimelineBuilder(stream, settings, records);
    }

    @Override
    public TimelineRecord next() throws MediaException {
        while (records.wantsMore()) {
            try {
                if (!step()) {
                    return packets.isOver() && medium.dates() == null ? end() : null;
                }
            } catch (SparseDecodingFailed e) {
                whole = true;
                interruption = "it cannot be decoded sparsely: " + e.getMessage();
                return null;
            }
        }
        return records.poll();
    }

    private boolean step() throws MediaException, SparseDecodingFailed {
        AVFrame frame = waiting == null ? pass.frames().next() : waiting;
        waiting = null;
        if (frame == null) {
            interruption = "its time stamps jumped";
            return false;
        }
        packets.decoded();
        if (!timeline.started()) {
            timeline.start(pass);
            waiting = frame;
        } else {
            timeline.accept(pass, frame);
        }
        return true;
    }

    /** Whether the timeline is at its end because there are no more bytes of the playlist. */
    public boolean isOver() {
        return packets.isOver();
    }

    /**
     * The record that ends the stream, where {@link #isOver()}.
     *
     * @throws MediaException if it had no frame
     */
    public TimelineRecord end() throws MediaException {
        timeline.end(pass);
        return records.poll();
    }

    @Override
    public String interruption() {
        return interruption;
    }

    @Override
    public List<VisualChange> lastChanges() {
        return pass == null || pass.changes() == null ? List.of() : pass.changes().finish();
    }

    @Override
    public boolean waits() {
        return medium.waits();
    }

    @Override
    public void cancel() {
        deadline.cancel();
    }

    private void closePass() {
        waiting = null;
        timeline.close();
        pass.close();
        pass = null;
    }

    @Override
    public void close() {
        if (pass != null) {
            closePass();
        }
        if (packets != null) {
            packets.close();
        }
        if (video != null) {
            video.close();
        }
        deadline.close();
    }
}
