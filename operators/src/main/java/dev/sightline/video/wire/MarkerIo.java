// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.wire;

import dev.sightline.video.Gap;
import dev.sightline.video.Marker;
import dev.sightline.video.Reconnecting;
import dev.sightline.video.SampleFailed;
import dev.sightline.video.Shed;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.VisualChange;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** The binary form of the markers. */
final class MarkerIo {

    private static final int STARTED = 1;
    private static final int GAP = 2;
    private static final int ENDED = 3;
    private static final int FAILED = 4;
    private static final int SAMPLE_FAILED = 5;
    private static final int SHED = 6;
    private static final int RECONNECTING = 7;

    private MarkerIo() {}

    static void write(Marker marker, DataOutput out) throws IOException {
        if (marker instanceof StreamStarted started) {
            head(STARTED, marker, out);
            ValueIo.write(started.time(), out);
        } else if (marker instanceof Gap gap) {
            head(GAP, marker, out);
            out.writeLong(gap.position());
            out.writeLong(gap.nextPosition());
            ValueIo.write(gap.from(), out);
            ValueIo.write(gap.to(), out);
            out.writeBoolean(gap.discontinuity());
            out.writeUTF(gap.reason());
        } else if (marker instanceof StreamEnded ended) {
            head(ENDED, marker, out);
            out.writeLong(ended.position());
            out.writeLong(ended.nextPosition());
            ValueIo.write(ended.time(), out);
            out.writeLong(ended.samples());
            out.writeLong(ended.decodeErrors());
            out.writeLong(ended.missingMs());
        } else if (marker instanceof StreamFailed failed) {
            head(FAILED, marker, out);
            out.writeLong(failed.position());
            out.writeLong(failed.nextPosition());
            ValueIo.write(failed.time(), out);
            out.writeUTF(failed.category().name());
            out.writeUTF(failed.message());
            out.writeLong(failed.decodeErrors());
        } else if (marker instanceof SampleFailed failed) {
            head(SAMPLE_FAILED, marker, out);
            out.writeLong(failed.k());
            ValueIo.write(failed.time(), out);
            out.writeUTF(failed.message());
            out.writeInt(failed.decodeErrors());
        } else if (marker instanceof Shed shed) {
            head(SHED, marker, out);
            out.writeLong(shed.position());
            out.writeLong(shed.nextPosition());
            ValueIo.write(shed.from(), out);
            ValueIo.write(shed.to(), out);
            out.writeLong(shed.shedMs());
        } else if (marker instanceof Reconnecting away) {
            head(RECONNECTING, marker, out);
            write(away, out);
        }
    }

    private static void write(Reconnecting away, DataOutput out) throws IOException {
        out.writeLong(away.position());
        ValueIo.write(away.time(), out);
        out.writeInt(away.attempt());
        out.writeLong(away.nextAttemptMs());
        out.writeBoolean(away.lost());
        out.writeBoolean(away.news());
        out.writeUTF(away.category().name());
        out.writeUTF(away.reason());
    }

    private static void head(int kind, Marker marker, DataOutput out) throws IOException {
        out.writeByte(kind);
        ValueIo.write(marker.stream(), out);
        ValueIo.write(marker.changes(), out);
    }

    static Marker read(DataInput in) throws IOException {
        int kind = in.readByte();
        StreamRef stream = ValueIo.readStream(in);
        List<VisualChange> changes = ValueIo.readChanges(in);
        return switch (kind) {
            case STARTED -> new StreamStarted(stream, ValueIo.readTime(in));
            case GAP ->
                    new Gap(
                            stream,
                            in.readLong(),
                            in.readLong(),
                            ValueIo.readTime(in),
                            ValueIo.readTime(in),
                            in.readBoolean(),
                            in.readUTF(),
                            changes);
            case ENDED ->
                    new StreamEnded(
                            stream,
                            in.readLong(),
                            in.readLong(),
                            ValueIo.readTime(in),
                            in.readLong(),
                            in.readLong(),
                            in.readLong(),
                            changes);
            case FAILED ->
                    new StreamFailed(
                            stream,
                            in.readLong(),
                            in.readLong(),
                            ValueIo.readTime(in),
                            StreamFailed.Category.valueOf(in.readUTF()),
                            in.readUTF(),
                            in.readLong(),
                            changes);
            case SAMPLE_FAILED ->
                    new SampleFailed(
                            stream,
                            in.readLong(),
                            ValueIo.readTime(in),
                            in.readUTF(),
                            in.readInt(),
                            changes);
            case SHED ->
                    new Shed(
                            stream,
                            in.readLong(),
                            in.readLong(),
                            ValueIo.readTime(in),
                            ValueIo.readTime(in),
                            in.readLong(),
                            changes);
            case RECONNECTING ->
                    new Reconnecting(
                            stream,
                            in.readLong(),
                            ValueIo.readTime(in),
                            in.readInt(),
                            in.readLong(),
                            in.readBoolean(),
                            in.readBoolean(),
                            StreamFailed.Category.valueOf(in.readUTF()),
                            in.readUTF(),
                            changes);
            default -> throw new IOException("unknown marker " + kind);
        };
    }
}
