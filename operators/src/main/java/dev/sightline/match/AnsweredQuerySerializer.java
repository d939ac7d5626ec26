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

/** Serializes what was answered to a query's control record. */
public final class AnsweredQuerySerializer extends ImmutableSerializer<AnsweredQuery> {

    /** The one instance; it has no state. */
    static final AnsweredQuerySerializer INSTANCE = new AnsweredQuerySerializer();

    /** The type of the state. */
    static final TypeInformation<AnsweredQuery> TYPE =
            new ImmutableType<>(AnsweredQuery.class, INSTANCE);

    private static final long serialVersionUID = 1L;

    private static final int VERSION = 1;

    @Override
    public void serialize(AnsweredQuery answered, DataOutputView out) throws IOException {
        out.writeByte(VERSION);
        out.writeUTF(answered.queryId());
        out.writeLong(answered.sequence());
        out.writeBoolean(answered.inForce() != null);
        if (answered.inForce() != null) {
            QueryRequestIo.write(answered.inForce(), out);
        }
        out.writeBoolean(answered.removed());
    }

    @Override
    public AnsweredQuery deserialize(DataInputView in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException(
                    "an answered query of version " + version + "; known: " + VERSION);
        }
        return new AnsweredQuery(
                in.readUTF(),
                in.readLong(),
                in.readBoolean() ? QueryRequestIo.read(in) : null,
                in.readBoolean());
    }

    @Override
    public TypeSerializerSnapshot<AnsweredQuery> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job which serializer wrote its state. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<AnsweredQuery> {

        /** Called by Flink. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
