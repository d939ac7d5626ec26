// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.wire;

import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.VisualChange;
import dev.sightline.video.WallSource;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The binary form of the values that records share. */
public final class ValueIo {

    /** In place of the length of a vector that is absent. */
    private static final int ABSENT = -1;

    private ValueIo() {}

    /** Writes a stream's name. */
    public static void write(StreamRef stream, DataOutput out) throws IOException {
        out.writeUTF(stream.streamId());
        out.writeLong(stream.epoch());
        out.writeUTF(stream.uri());
        out.writeUTF(stream.kind().name());
        out.writeUTF(stream.asset());
    }

    /** Reads what {@link #write(StreamRef, DataOutput)} wrote. */
    public static StreamRef readStream(DataInput in) throws IOException {
        return new StreamRef(
                in.readUTF(),
                in.readLong(),
                in.readUTF(),
                SourceKind.valueOf(in.readUTF()),
                in.readUTF());
    }

    /** Writes a time; null is allowed. */
    public static void write(MediaTime time, DataOutput out) throws IOException {
        out.writeBoolean(time != null);
        if (time == null) {
            return;
        }
        out.writeLong(time.pts());
        out.writeInt(time.timeBase().numerator());
        out.writeInt(time.timeBase().denominator());
        out.writeLong(time.mediaMs());
        write(time.wall(), out);
        out.writeUTF(time.wallSource().name());
        out.writeLong(time.wallErrorMs());
        write(time.ingested(), out);
    }

    /** Reads what {@link #write(MediaTime, DataOutput)} wrote. */
    public static MediaTime readTime(DataInput in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        return new MediaTime(
                in.readLong(),
                new TimeBase(in.readInt(), in.readInt()),
                in.readLong(),
                readInstant(in),
                WallSource.valueOf(in.readUTF()),
                in.readLong(),
                readInstant(in));
    }

    /** Writes an array with its length before it. */
    public static void write(byte[] bytes, DataOutput out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads what {@link #write(byte[], DataOutput)} wrote. */
    public static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    /** Writes a vector with its length before it; null is allowed. */
    public static void write(float[] vector, DataOutput out) throws IOException {
        out.writeInt(vector == null ? ABSENT : vector.length);
        if (vector != null) {
            for (float component : vector) {
                out.writeFloat(component);
            }
        }
    }

    /** Reads what {@link #write(float[], DataOutput)} wrote. */
    public static float[] readVector(DataInput in) throws IOException {
        int length = in.readInt();
        if (length == ABSENT) {
            return null;
        }
        float[] vector = new float[length];
        for (int i = 0; i < length; i++) {
            vector[i] = in.readFloat();
        }
        return vector;
    }

    /** Writes changes. */
    public static void write(List<VisualChange> changes, DataOutput out) throws IOException {
        out.writeInt(changes.size());
        for (VisualChange change : changes) {
            out.writeUTF(change.kind().name());
            write(change.start(), out);
            write(change.end(), out);
            out.writeLong(change.uncertaintyMs());
            out.writeDouble(change.score());
        }
    }

    /** Reads what {@link #write(List, DataOutput)} wrote. */
    public static List<VisualChange> readChanges(DataInput in) throws IOException {
        List<VisualChange> changes = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            changes.add(
                    new VisualChange(
                            VisualChange.Kind.valueOf(in.readUTF()),
                            readTime(in),
                            readTime(in),
                            in.readLong(),
                            in.readDouble()));
        }
        return changes;
    }

    private static void write(Instant instant, DataOutput out) throws IOException {
        out.writeBoolean(instant != null);
        if (instant != null) {
            out.writeLong(instant.getEpochSecond());
            out.writeInt(instant.getNano());
        }
    }

    private static Instant readInstant(DataInput in) throws IOException {
        return in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
    }
}
