// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import dev.sightline.video.TimelineRecord;
import dev.sightline.video.wire.ImmutableType;
import dev.sightline.video.wire.TimelineSerializer;
import dev.sightline.video.wire.ValueIo;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes what the embedding stage emits: samples with their vectors, and markers. */
public final class EmbeddedSerializer extends TimelineSerializer {

    /** First version with sketches of the pixels. */
    private static final int SKETCHES = 4;

    /** The one instance; it has no state. */
    public static final EmbeddedSerializer INSTANCE = new EmbeddedSerializer();

    /** The type of streams behind the embedding stage. */
    public static final TypeInformation<TimelineRecord> TYPE =
            new ImmutableType<>(TimelineRecord.class, INSTANCE);

    @Override
    protected void writePayload(TimelineRecord payload, DataOutputView out) throws IOException {
        EmbeddedSample sample = (EmbeddedSample) payload;
        ValueIo.write(sample.stream(), out);
        out.writeLong(sample.k());
        ValueIo.write(sample.time(), out);
        ValueIo.write(sample.vector(), out);
        out.writeBoolean(sample.blank());
        ValueIo.write(sample.preview(), out);
        out.writeInt(sample.decodeErrors());
        ValueIo.write(sample.changes(), out);
        ValueIo.write(sample.sketch(), out);
    }

    @Override
    protected TimelineRecord readPayload(int version, DataInputView in) throws IOException {
        var stream = ValueIo.readStream(in);
        long k = in.readLong();
        var time = ValueIo.readTime(in);
        return new EmbeddedSample(
                stream,
                k,
                time,
                ValueIo.readVector(in),
                in.readBoolean(),
                ValueIo.readBytes(in),
                in.readInt(),
                ValueIo.readChanges(in),
                version < SKETCHES ? new byte[0] : ValueIo.readBytes(in));
    }

    @Override
    public TypeSerializerSnapshot<TimelineRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job which serializer wrote its state. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<TimelineRecord> {

        /** Called by Flink. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
