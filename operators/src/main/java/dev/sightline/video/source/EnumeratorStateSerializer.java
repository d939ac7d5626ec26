// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** The binary form of the enumerator's state in checkpoints. */
final class EnumeratorStateSerializer implements SimpleVersionedSerializer<EnumeratorState> {

    private static final int VERSION = 1;
    private static final int INITIAL_SIZE = 1024;
    private static final VideoSplitSerializer SPLITS = new VideoSplitSerializer();

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(EnumeratorState state) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(INITIAL_SIZE);
        out.writeBoolean(state.listed());
        out.writeInt(state.known().size());
        for (long hash : state.known()) {
            out.writeLong(hash);
        }
        out.writeInt(SPLITS.getVersion());
        out.writeInt(state.pending().size());
        for (VideoSplit split : state.pending()) {
            byte[] bytes = SPLITS.serialize(split);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        return out.getCopyOfBuffer();
    }

    @Override
    public EnumeratorState deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("enumerator state of version " + version);
        }
        DataInputDeserializer in = new DataInputDeserializer(serialized);
        boolean listed = in.readBoolean();
        Set<Long> known = new HashSet<>();
        for (int i = in.readInt(); i > 0; i--) {
            known.add(in.readLong());
        }
        int splitVersion = in.readInt();
        List<VideoSplit> pending = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            pending.add(SPLITS.deserialize(splitVersion, bytes));
        }
        return new EnumeratorState(known, pending, listed);
    }
}
