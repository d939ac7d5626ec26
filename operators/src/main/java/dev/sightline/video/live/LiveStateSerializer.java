// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The binary form of the enumerator's state in checkpoints. */
final class LiveStateSerializer implements SimpleVersionedSerializer<LiveState> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(LiveState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(state.pending().size());
        for (LiveSplit split : state.pending()) {
            LiveSplitSerializer.write(split, out);
        }
        out.writeInt(state.finished().size());
        for (Registration registration : state.finished()) {
            LiveSplitSerializer.write(registration, out);
        }
        return bytes.toByteArray();
    }

    @Override
    public LiveState deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("live streams of version " + version + "; known: " + VERSION);
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
        List<LiveSplit> pending = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            pending.add(LiveSplitSerializer.read(in));
        }
        List<Registration> finished = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            finished.add(LiveSplitSerializer.readRegistration(in));
        }
        return new LiveState(pending, finished);
    }
}
