// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.wire;

import dev.sightline.video.Sample;
import dev.sightline.video.TimelineRecord;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes what the source emits: samples with their pixels, and markers. */
public final class SampleSerializer extends TimelineSerializer {

    /** The one instance; it has no state. */
    public static final SampleSerializer INSTANCE = new SampleSerializer();

    @Override
    protected void writePayload(TimelineRecord payload, DataOutputView out) throws IOException {
        Sample sample = (Sample) payload;
        ValueIo.write(sample.stream(), out);
        out.writeLong(sample.k());
        ValueIo.write(sample.time(), out);
        ValueIo.write(sample.rgb(), out);
        out.writeBoolean(sample.blank());
        ValueIo.write(sample.preview(), out);
        out.writeInt(sample.decodeErrors());
        ValueIo.write(sample.changes(), out);
    }

    @Override
    protected TimelineRecord readPayload(int version, DataInputView in) throws IOException {
        var stream = ValueIo.readStream(in);
        long k = in.readLong();
        var time = ValueIo.readTime(in);
        byte[] rgb = ValueIo.readBytes(in);
        return new Sample(
                stream,
                k,
                time,
                rgb,
                in.readBoolean(),
                ValueIo.readBytes(in),
                in.readInt(),
                ValueIo.readChanges(in));
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
