// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.video.Gap;
import dev.sightline.video.MediaTime;
import dev.sightline.video.Reconnecting;
import dev.sightline.video.Sample;
import dev.sightline.video.SampleFailed;
import dev.sightline.video.Shed;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimeBase;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import dev.sightline.video.WallSource;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleSerializerTest {

    private static final StreamRef STREAM =
            new StreamRef("gate/3.mp4", 7, "file:///x", SourceKind.FILE, "12-ab");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.000000123Z");
    private static final MediaTime TIME =
            new MediaTime(-3, new TimeBase(1, 90_000), -1, null, WallSource.NONE, 0, NOON);
    private static final MediaTime WALL =
            new MediaTime(9, new TimeBase(1, 30), 300, NOON, WallSource.CONTAINER, 1000, NOON);

    /** A start marker as version 3 writes it; later versions must go on reading it. */
    private static final String VERSION_3 =
            "0300010001780000000000000007000b66696c653a2f2f2f782e3100044"
                    + "6494c450000"
                    + "00000000"
                    + "01"
                    + "fffffffffffffffd0000000100015f90ffffffffffffffff0000044e4f4e45"
                    + "0000000000000000010000000000000001000000"
                    + "00";

    static Stream<TimelineRecord> records() {
        VisualChange change = new VisualChange(VisualChange.Kind.GRADUAL, TIME, WALL, 40, 0.75);
        return Stream.of(
                new StreamStarted(STREAM, TIME),
                new SampleFailed(STREAM, 3, WALL, "no numbers", 4, List.of(change)),
                new Gap(STREAM, 4, 9, TIME, WALL, true, "no frames"),
                new Shed(STREAM, 4, 9, TIME, WALL, 5000, List.of(change)),
                new Reconnecting(
                        STREAM,
                        4,
                        WALL,
                        3,
                        4000,
                        true,
                        false,
                        StreamFailed.Category.DECODE,
                        "silent",
                        List.of(change)),
                new StreamEnded(STREAM, 10, WALL, 11, 2, 3),
                new StreamEnded(STREAM, 10, 60, WALL, 0, 2, 3, List.of(change)),
                new StreamFailed(STREAM, -1, null, StreamFailed.Category.OPEN, "gone", 0),
                new Sample(
                        STREAM,
                        5,
                        WALL,
                        new byte[] {1, 2, 3},
                        true,
                        new byte[] {4, 5},
                        4,
                        List.of(change)));
    }

    private static byte[] write(TimelineRecord timelineRecord) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        SampleSerializer.INSTANCE.serialize(timelineRecord, out);
        return out.getCopyOfBuffer();
    }

    private static TimelineRecord read(byte[] bytes) throws IOException {
        return SampleSerializer.INSTANCE.deserialize(new DataInputDeserializer(bytes));
    }

    @ParameterizedTest
    @MethodSource("records")
    void readsWhatItWrote(TimelineRecord timelineRecord) throws IOException {
        assertThat(read(write(timelineRecord)))
                .usingRecursiveComparison()
                .isEqualTo(timelineRecord);
    }

    @Test
    void readsTheBytesOfVersionThree() throws IOException {
        TimelineRecord started = read(HexFormat.of().parseHex(VERSION_3));
        assertThat(started.stream().streamId()).isEqualTo("x");
        assertThat(started.stream().epoch()).isEqualTo(7);
        assertThat(((StreamStarted) started).time().pts()).isEqualTo(-3);
    }

    @Test
    void refusesAVersionItDoesNotKnow() throws IOException {
        byte[] bytes = write(new StreamStarted(STREAM, TIME));
        bytes[0] = 99;
        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("version 99");
        bytes[0] = 2; // when samples had thumbnails
        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("version 2;");
    }

    @Test
    void handsOnTheSameObjectWhenFlinkCopies() {
        TimelineRecord started = new StreamStarted(STREAM, TIME);
        assertThat(SampleSerializer.INSTANCE.copy(started)).isSameAs(started);
    }
}
