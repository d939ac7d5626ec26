// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.SampleRange;
import dev.sightline.video.wire.ValueIo;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * The binary form of splits in checkpoints. A new version must go on reading the older ones:
 * version 1 knew whole files alone.
 */
final class VideoSplitSerializer implements SimpleVersionedSerializer<VideoSplit> {

    private static final int WHOLE_FILES = 1;
    private static final int VERSION = 2;
    private static final int INITIAL_SIZE = 256;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(VideoSplit split) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(INITIAL_SIZE);
        ValueIo.write(split.stream(), out);
        out.writeUTF(split.path());
        out.writeLong(split.resumeAt());
        out.writeUTF(split.problem());
        out.writeLong(split.range().from());
        out.writeLong(split.range().to());
        out.writeLong(split.positions());
        return out.getCopyOfBuffer();
    }

    @Override
    public VideoSplit deserialize(int version, byte[] serialized) throws IOException {
        if (version < WHOLE_FILES || version > VERSION) {
            throw new IOException("split of version " + version + "; known: " + VERSION);
        }
        DataInputDeserializer in = new DataInputDeserializer(serialized);
        VideoSplit whole =
                new VideoSplit(ValueIo.readStream(in), in.readUTF(), in.readLong(), in.readUTF());
        if (version == WHOLE_FILES) {
            return whole;
        }
        return new VideoSplit(
                whole.stream(),
                whole.path(),
                new SampleRange(in.readLong(), in.readLong()),
                whole.resumeAt(),
                in.readLong(),
                whole.problem());
    }
}
