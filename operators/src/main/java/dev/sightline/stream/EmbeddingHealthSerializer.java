// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import dev.sightline.video.wire.ImmutableSerializer;
import dev.sightline.video.wire.ImmutableType;
import dev.sightline.video.wire.ValueIo;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes the health of a stream's vectors. */
public final class EmbeddingHealthSerializer extends ImmutableSerializer<EmbeddingHealth> {

    /** The one instance; it has no state. */
    static final EmbeddingHealthSerializer INSTANCE = new EmbeddingHealthSerializer();

    /** The type of the state. */
    static final TypeInformation<EmbeddingHealth> TYPE =
            new ImmutableType<>(EmbeddingHealth.class, INSTANCE);

    private static final int VERSION = 1;

    @Override
    public void serialize(EmbeddingHealth health, DataOutputView out) throws IOException {
        out.writeByte(VERSION);
        out.writeUTF(health.model());
        ValueIo.write(health.duplicates().vector(), out);
        ValueIo.write(health.duplicates().sketch(), out);
        out.writeInt(health.duplicates().duplicates());
        out.writeInt(health.failed());
        VectorDrift drift = health.drift();
        ValueIo.write(drift.current(), out);
        out.writeLong(drift.currentMs());
        ValueIo.write(drift.reference(), out);
        out.writeInt(drift.counted());
        ValueIo.write(drift.recent(), out);
        out.writeBoolean(drift.found());
        out.writeLong(health.epoch());
        out.writeLong(health.mediaMs());
    }

    @Override
    public EmbeddingHealth deserialize(DataInputView in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("embedding health of version " + version + "; known: " + VERSION);
        }
        return new EmbeddingHealth(
                in.readUTF(),
                new DuplicateVectors(ValueIo.readVector(in), ValueIo.readBytes(in), in.readInt()),
                in.readInt(),
                new VectorDrift(
                        ValueIo.readVector(in),
                        in.readLong(),
                        ValueIo.readVector(in),
                        in.readInt(),
                        ValueIo.readVector(in),
                        in.readBoolean()),
                in.readLong(),
                in.readLong());
    }

    @Override
    public TypeSerializerSnapshot<EmbeddingHealth> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job which serializer wrote its state. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<EmbeddingHealth> {

        /** Called by Flink. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
