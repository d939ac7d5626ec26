// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How events travel between tasks. */
class EventSerializerTest {

    static List<Event> events() {
        return SampleEvents.all();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                SceneChange.class,
                QueryMatch.class,
                StreamStatus.class,
                EmbeddingEvent.class,
                ErrorEvent.class,
                QueryStatus.class
            })
    void flinkSerializesTheRecordsWithoutKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventComesBackAsItWas(Event event) throws IOException {
        assertThat(roundTrip(event)).isEqualTo(event);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Event> T roundTrip(T event) throws IOException {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        TypeSerializer<T> serializer =
                (TypeSerializer<T>) TypeInformation.of(event.getClass()).createSerializer(config);
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(event, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
