// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.clip.EmbeddedSerializer;
import dev.sightline.video.wire.ImmutableSerializer;
import dev.sightline.video.wire.ImmutableType;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes what the scene stage emits. */
public final class ScenedSerializer extends ImmutableSerializer<ScenedRecord> {

    /** The one instance; it has no state. */
    public static final ScenedSerializer INSTANCE = new ScenedSerializer();

    /** The type of streams behind the scene stage. */
    public static final TypeInformation<ScenedRecord> TYPE =
            new ImmutableType<>(ScenedRecord.class, INSTANCE);

    @Override
    public void serialize(ScenedRecord scened, DataOutputView out) throws IOException {
        EmbeddedSerializer.INSTANCE.serialize(scened.timelineRecord(), out);
        out.writeLong(scened.sceneStart());
    }

    @Override
    public ScenedRecord deserialize(DataInputView in) throws IOException {
        return new ScenedRecord(EmbeddedSerializer.INSTANCE.deserialize(in), in.readLong());
    }

    @Override
    public TypeSerializerSnapshot<ScenedRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job which serializer wrote its state. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<ScenedRecord> {

        /** Called by Flink. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
