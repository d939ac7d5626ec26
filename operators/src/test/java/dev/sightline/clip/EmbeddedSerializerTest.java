// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import dev.sightline.video.WallSource;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class EmbeddedSerializerTest {

    private static final MediaTime TIME =
            new MediaTime(9, new TimeBase(1, 30), 300, null, WallSource.NONE, 0, Instant.EPOCH);

    private static EmbeddedSample sample(byte... sketch) {
        return new EmbeddedSample(
                new StreamRef("gate", 7, "file:///x", SourceKind.FILE, "12-ab"),
                5,
                TIME,
                new float[] {0.6f, -0.8f},
                true,
                new byte[] {4, 5},
                4,
                List.of(new VisualChange(VisualChange.Kind.CUT, TIME, TIME, 0, 0.75)),
                sketch);
    }

    private static byte[] write(TimelineRecord sample) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        EmbeddedSerializer.INSTANCE.serialize(sample, out);
        return out.getCopyOfBuffer();
    }

    private static TimelineRecord read(byte[] bytes) throws IOException {
        return EmbeddedSerializer.INSTANCE.deserialize(new DataInputDeserializer(bytes));
    }

    @Test
    void readsWhatItWrote() throws IOException {
        EmbeddedSample sample = sample((byte) 1, (byte) -1);
        assertThat(read(write(sample))).usingRecursiveComparison().isEqualTo(sample);
    }

    @Test
    void readsSamplesOfVersionThreeThatHadNoSketch() throws IOException {
        byte[] written = write(sample());
        byte[] third = Arrays.copyOf(written, written.length - Integer.BYTES);
        third[0] = 3;
        assertThat(read(third)).usingRecursiveComparison().isEqualTo(sample());
    }
}
