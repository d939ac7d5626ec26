// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.MatchFeedback;
import dev.sightline.video.wire.ImmutableSerializer;
import dev.sightline.video.wire.ImmutableType;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes what tasks are told of a query. */
public final class QueryUpdateSerializer extends ImmutableSerializer<QueryUpdate> {

    /** The one instance; it has no state. */
    static final QueryUpdateSerializer INSTANCE = new QueryUpdateSerializer();

    /** The type of the updates and of what is kept of them. */
    public static final TypeInformation<QueryUpdate> TYPE =
            new ImmutableType<>(QueryUpdate.class, INSTANCE);

    private static final long serialVersionUID = 1L;

    private static final int VERSION = 1;

    @Override
    public void serialize(QueryUpdate update, DataOutputView out) throws IOException {
        out.writeByte(VERSION);
        out.writeUTF(update.queryId());
        out.writeBoolean(update.armed() != null);
        if (update.armed() != null) {
            ArmedIo.write(update.armed(), out);
        }
        FeedbackUpdate feedback = update.feedback();
        out.writeBoolean(feedback != null);
        if (feedback != null) {
            out.writeUTF(feedback.feedback().queryId());
            out.writeUTF(feedback.feedback().matchId());
            out.writeBoolean(feedback.withdrawn());
        }
        out.writeLong(update.sequence());
        out.writeLong(update.submission());
    }

    @Override
    public QueryUpdate deserialize(DataInputView in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("a query's update of version " + version + "; known: " + VERSION);
        }
        return new QueryUpdate(
                in.readUTF(),
                in.readBoolean() ? ArmedIo.read(in) : null,
                in.readBoolean()
                        ? new FeedbackUpdate(
                                new MatchFeedback(in.readUTF(), in.readUTF()), in.readBoolean())
                        : null,
                in.readLong(),
                in.readLong());
    }

    @Override
    public TypeSerializerSnapshot<QueryUpdate> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job which serializer wrote its state. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<QueryUpdate> {

        /** Called by Flink. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
