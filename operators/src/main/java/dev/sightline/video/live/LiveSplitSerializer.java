// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.SourceKind;
import dev.sightline.video.decode.SamplingPolicy;
import dev.sightline.video.wire.ValueIo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The binary form of splits in checkpoints. */
final class LiveSplitSerializer implements SimpleVersionedSerializer<LiveSplit> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(LiveSplit split) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(split, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Override
    public LiveSplit deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("live split of version " + version + "; known: " + VERSION);
        }
        return read(new DataInputStream(new ByteArrayInputStream(serialized)));
    }

    static void write(LiveSplit split, DataOutput out) throws IOException {
        write(split.registration(), out);
        out.writeLong(split.epoch());
        out.writeLong(split.next());
        ValueIo.write(split.last(), out);
        out.writeBoolean(split.removed());
    }

    static LiveSplit read(DataInput in) throws IOException {
        return new LiveSplit(
                readRegistration(in),
                in.readLong(),
                in.readLong(),
                ValueIo.readTime(in),
                in.readBoolean());
    }

    static void write(Registration registration, DataOutput out) throws IOException {
        out.writeUTF(registration.streamId());
        out.writeUTF(registration.uri());
        out.writeUTF(registration.kind().name());
        out.writeUTF(registration.secretRef());
        out.writeLong(registration.intervalMs());
        out.writeUTF(registration.decode() == null ? "" : registration.decode().name());
        write(registration.ignore(), out);
        out.writeBoolean(registration.trusted());
    }

    private static void write(IgnoreRegions ignore, DataOutput out) throws IOException {
        out.writeInt(ignore.regions().size());
        for (IgnoreRegions.Region region : ignore.regions()) {
            out.writeDouble(region.x());
            out.writeDouble(region.y());
            out.writeDouble(region.width());
            out.writeDouble(region.height());
        }
    }

    private static IgnoreRegions readIgnore(DataInput in) throws IOException {
        List<IgnoreRegions.Region> regions = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            regions.add(
                    new IgnoreRegions.Region(
                            in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
        }
        return new IgnoreRegions(regions);
    }

    static Registration readRegistration(DataInput in) throws IOException {
        return new Registration(
                in.readUTF(),
                in.readUTF(),
                SourceKind.valueOf(in.readUTF()),
                in.readUTF(),
                in.readLong(),
                policy(in.readUTF()),
                readIgnore(in),
                in.readBoolean());
    }

    private static SamplingPolicy policy(String name) {
        return name.isEmpty() ? null : SamplingPolicy.valueOf(name);
    }
}
