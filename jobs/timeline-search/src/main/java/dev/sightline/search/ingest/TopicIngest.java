// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.index.TopicPosition;
import dev.sightline.search.timeline.TimelineEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the committed records of the topics into an index, on a thread of its own, from where the
 * index says that they were read, or from their beginning. Nothing ends it but {@link #close}: a
 * broker that is away, a topic that is not there yet and an index that cannot be written are told
 * of in {@link #progress} and tried again for ever.
 */
public final class TopicIngest implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicIngest.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final long LOOK_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long PAUSE_MS = 2000;
    private static final long LONGEST_CLOSE_MS = 4900;

    private final Map<String, Object> client;
    private final TimelineIndex index;
    private final Consumer<TimelineEvent> listener;
    private final MalformedRecords malformed = new MalformedRecords();
    private final RecordReader records = new RecordReader(malformed);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "topic ingest");
    private volatile TopicReader reader;
    private volatile long taken;
    private volatile long behind = -1;
    private volatile Instant lastWrite;
    private volatile String problem;
    private long looked;

    private TopicIngest(
            Map<String, Object> client, TimelineIndex index, Consumer<TimelineEvent> listener) {
        this.client = Map.copyOf(client);
        this.index = index;
        this.listener = listener;
    }

    /**
     * Begins.
     *
     * @param kafkaProperties of the client, {@code bootstrap.servers} among them; what reading
     *     needs is set here
     * @param index that is written; the caller closes it after this
     * @param listener gets each event after it was indexed, on the thread that reads; again after a
     *     failure
     */
    public static TopicIngest start(
            Map<String, Object> kafkaProperties,
            TimelineIndex index,
            Consumer<TimelineEvent> listener) {
        TopicIngest ingest = new TopicIngest(kafkaProperties, index, listener);
        ingest.thread.setDaemon(true);
        ingest.thread.start();
        return ingest;
    }

    /** How far it is. */
    public IngestProgress progress() {
        return new IngestProgress(taken, behind, malformed.count(), lastWrite, problem);
    }

    private void run() {
        try {
            do {
                follow();
            } while (!closed.await(PAUSE_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (TopicReader opened = new TopicReader(client, index.positions())) {
            reader = opened;
            looked = System.nanoTime() - LOOK_NANOS;
            while (closed.getCount() > 0) {
                step(opened);
            }
        } catch (WakeupException e) {
            // Closed.
        } catch (KafkaException e) {
            fail(KafkaProblem.of(client, e), null);
        } catch (IOException e) {
            fail(e.getMessage(), null);
        } catch (RuntimeException e) {
            fail("what was read cannot be indexed: " + e.getMessage(), e);
        }
    }

    private void fail(String what, RuntimeException unexpected) {
        if (!what.equals(problem)) {
            LOG.warn("{}; it is tried again", what, unexpected);
        }
        problem = what;
    }

    private void step(TopicReader opened) throws IOException {
        if (System.nanoTime() - looked >= LOOK_NANOS && !look(opened)) {
            return;
        }
        List<ConsumerRecord<byte[], byte[]>> read = opened.poll(POLL);
        List<TimelineEvent> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> one : read) {
            records.read(one).ifPresent(events::add);
        }
        Map<TopicPosition, Long> positions = opened.positions();
        index.write(events, positions);
        problem = null;
        if (!events.isEmpty()) {
            lastWrite = Instant.now();
            taken += events.size();
            behind = Math.max(0, behind - read.size());
            events.forEach(this::tell);
        }
    }

    /** Asks the broker for new topics and the ends; whether there is anything to read. */
    private boolean look(TopicReader opened) {
        try {
            boolean any = opened.look();
            if (any) {
                behind = opened.behind();
                looked = System.nanoTime();
            } else {
                String topics = String.join(", ", RecordReader.NAMES);
                fail("none of the topics " + topics + " exists yet", null);
                pause();
            }
            return any;
        } catch (TimeoutException e) {
            fail(KafkaProblem.of(client, e), null);
            return false;
        }
    }

    private void pause() {
        try {
            closed.await(PAUSE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    private void tell(TimelineEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.warn("an event was indexed, but could not be told of", e);
        }
    }

    /** Ends within five seconds. */
    @Override
    public void close() {
        closed.countDown();
        TopicReader open = reader;
        if (open != null) {
            open.wakeup();
        }
        try {
            // Never interrupted: that would close the index's files under it.
            thread.join(LONGEST_CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
