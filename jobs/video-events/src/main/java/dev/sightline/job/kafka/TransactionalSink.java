// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import java.io.IOException;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Collection;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.connector.kafka.sink.TwoPhaseCommittingStatefulSink;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.SupportsPostCommitTopology;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.lineage.LineageVertex;
import org.apache.flink.streaming.api.lineage.LineageVertexProvider;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connector's sink with pooled transactions, without the admin client that each of its writers
 * leaves behind: with it the writer looks for transactions to abort when it starts, and never
 * closes it (connector 5.0.0), so that every restart of a job leaves threads and connections.
 *
 * @param <T> kind of event
 */
final class TransactionalSink<T>
        implements TwoPhaseCommittingStatefulSink<T, KafkaWriterState, KafkaCommittable>,
                SupportsPostCommitTopology<KafkaCommittable>,
                LineageVertexProvider {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(TransactionalSink.class);

    private final KafkaSink<T> sink;
    private final Properties client;

    /**
     * @param sink writes and commits
     * @param client properties of the Kafka clients
     */
    TransactionalSink(KafkaSink<T> sink, Properties client) {
        this.sink = sink;
        this.client = client;
    }

    @Override
    public PrecommittingStatefulSinkWriter<T, KafkaWriterState, KafkaCommittable> createWriter(
            WriterInitContext context) throws IOException {
        return started(() -> asItIs().createWriter(context));
    }

    @Override
    public PrecommittingStatefulSinkWriter<T, KafkaWriterState, KafkaCommittable> restoreWriter(
            WriterInitContext context, Collection<KafkaWriterState> states) throws IOException {
        return started(() -> asItIs().restoreWriter(context, states));
    }

    private TwoPhaseCommittingStatefulSink<T, KafkaWriterState, KafkaCommittable> asItIs() {
        return sink; // whose own methods return a class that is not public
    }

    /** A task that is cancelled while its writer starts would leave the admin client too. */
    private <W> W started(Callable<W> start) throws IOException {
        requireBroker();
        return Uninterrupted.call("start of a Kafka writer", () -> withoutAdmin(start.call()));
    }

    /** A writer that cannot start leaves its admin client too, and nobody could close that one. */
    private void requireBroker() throws IOException {
        try (Admin admin = Admin.create(client)) {
            admin.describeCluster().clusterId().get();
        } catch (ExecutionException e) {
            throw new IOException("Kafka does not answer: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking Kafka", e);
        }
    }

    private static <W> W withoutAdmin(W writer) {
        try {
            Field field = writer.getClass().getDeclaredField("adminClient");
            field.setAccessible(true);
            if (field.get(writer) instanceof Admin admin) {
                field.set(writer, null); // the writer makes another one should it need it
                admin.close(Duration.ZERO);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn("this connector keeps an admin client for each writer", e);
        }
        return writer;
    }

    @Override
    public Committer<KafkaCommittable> createCommitter(CommitterInitContext context)
            throws IOException {
        return sink.createCommitter(context);
    }

    @Override
    public SimpleVersionedSerializer<KafkaCommittable> getCommittableSerializer() {
        return sink.getCommittableSerializer();
    }

    @Override
    public SimpleVersionedSerializer<KafkaWriterState> getWriterStateSerializer() {
        return sink.getWriterStateSerializer();
    }

    @Override
    public void addPostCommitTopology(
            DataStream<CommittableMessage<KafkaCommittable>> committables) {
        sink.addPostCommitTopology(committables);
    }

    @Override
    public LineageVertex getLineageVertex() {
        return sink.getLineageVertex();
    }
}
