// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.StreamBackgroundCodec;
import dev.sightline.video.MediaTime;
import dev.sightline.video.wire.ValueIo;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes what is kept of a stream, and reads it again. */
final class StreamMemoryCodec {

    static final int VERSION = 3;

    /** First version with the time of the latest sample. */
    private static final int LAST_TIME = 2;

    private StreamMemoryCodec() {}

    static void write(StreamMemory memory, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeLong(memory.model());
        out.writeLong(memory.recent().lastK());
        out.writeInt(memory.recent().vectors().size());
        for (float[] vector : memory.recent().vectors()) {
            ValueIo.write(vector, out);
        }
        ValueIo.write(memory.last(), out);
        out.writeLong(memory.samples());
        out.writeBoolean(memory.background() != null);
        if (memory.background() != null) {
            StreamBackgroundCodec.write(memory.background(), out);
        }
        PastMatchIo.write(memory.past().told(), out);
        PastMatchIo.write(memory.past().wrong(), out);
        out.writeInt(memory.going().size());
        for (QueryProgress going : memory.going()) {
            ProgressIo.write(going, out);
        }
    }

    static StreamMemory read(DataInput in) throws IOException {
        int version = in.readByte();
        if (version < 1 || version > VERSION) {
            throw new IOException("what is known of a stream, in form " + version);
        }
        long model = in.readLong();
        long lastK = in.readLong();
        List<float[]> vectors = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            vectors.add(ValueIo.readVector(in));
        }
        RecentVectors recent = new RecentVectors(lastK, List.copyOf(vectors));
        MediaTime last = version < LAST_TIME ? null : ValueIo.readTime(in);
        long samples = in.readLong();
        var background = in.readBoolean() ? StreamBackgroundCodec.read(in) : null;
        PastMatches past = new PastMatches(PastMatchIo.read(in), PastMatchIo.read(in));
        List<QueryProgress> going = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            going.add(ProgressIo.read(version, in));
        }
        return new StreamMemory(model, recent, last, samples, background, past, going);
    }
}
