// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.wire.ImmutableSerializer;
import dev.sightline.video.wire.ImmutableType;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes what is kept of a stream. */
public final class StreamMemorySerializer extends ImmutableSerializer<StreamMemory> {

    /** The one instance; it has no state. */
    public static final StreamMemorySerializer INSTANCE = new StreamMemorySerializer();

    /** The type of the state. */
    public static final TypeInformation<StreamMemory> TYPE =
            new ImmutableType<>(StreamMemory.class, INSTANCE);

    @Override
    public void serialize(StreamMemory memory, DataOutputView out) throws IOException {
        StreamMemoryCodec.write(memory, out);
    }

    @Override
    public StreamMemory deserialize(DataInputView in) throws IOException {
        return StreamMemoryCodec.read(in);
    }

    @Override
    public TypeSerializerSnapshot<StreamMemory> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job which serializer wrote its state. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<StreamMemory> {

        /** Called by Flink. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
