// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.wire.ImmutableSerializer;
import dev.sightline.video.wire.ImmutableType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes what was said of a query's matches. */
public final class QueryFeedbackSerializer extends ImmutableSerializer<QueryFeedback> {

    /** The one instance; it has no state. */
    static final QueryFeedbackSerializer INSTANCE = new QueryFeedbackSerializer();

    /** The type of the state. */
    static final TypeInformation<QueryFeedback> TYPE =
            new ImmutableType<>(QueryFeedback.class, INSTANCE);

    private static final long serialVersionUID = 1L;

    private static final int VERSION = 1;

    @Override
    public void serialize(QueryFeedback feedback, DataOutputView out) throws IOException {
        out.writeByte(VERSION);
        out.writeInt(feedback.wrong().size());
        for (String match : feedback.wrong()) {
            out.writeUTF(match);
        }
        out.writeLong(feedback.submission());
    }

    @Override
    public QueryFeedback deserialize(DataInputView in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("feedback of version " + version + "; known: " + VERSION);
        }
        List<String> wrong = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            wrong.add(in.readUTF());
        }
        return new QueryFeedback(wrong, in.readLong());
    }

    @Override
    public TypeSerializerSnapshot<QueryFeedback> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job which serializer wrote its state. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<QueryFeedback> {

        /** Called by Flink. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
