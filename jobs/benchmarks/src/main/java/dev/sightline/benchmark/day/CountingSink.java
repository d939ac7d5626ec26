// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import dev.sightline.event.Topic;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Counts events and forgets them.
 *
 * @param <T> events of one kind
 * @param streamId the stream of the day
 * @param topic where they would go
 */
record CountingSink<T>(String streamId, Topic topic) implements Sink<T> {

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer<>(Day.of(streamId).events(topic));
    }

    private record Writer<T>(LongAdder count) implements SinkWriter<T> {

        @Override
        public void write(T event, Context context) {
            count.increment();
        }

        @Override
        public void flush(boolean endOfInput) {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
