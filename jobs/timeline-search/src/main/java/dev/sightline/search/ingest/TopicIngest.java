// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.index.TopicPosition;
import dev.sightline.search.kafka.KafkaProblem;
import dev.sightline.search.timeline.TimelineEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
 * of in {@link #progress} and tried again for ever. A record that cannot be indexed is left out.
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
    private final EventWriter writer;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "topic ingest");
    private volatile TopicReader reader;
    private volatile long taken;
    private volatile long behind = -1;
    private volatile Instant lastWrite;
    private volatile String problem;
    private volatile String indexProblem;
    private long looked;

    /** What stood when the topics were seen first; null before. */
    private Map<TopicPosition, Long> backlog;

    private TopicIngest(
            Map<String, Object> client, TimelineIndex index, Consumer<TimelineEvent> listener) {
        this.client = Map.copyOf(client);
        this.index = index;
        this.writer = new EventWriter(index, malformed);
        this.listener = listener;
    }

    /**
     * Begins.
     *
     * @param kafkaProperties of the client, {@code bootstrap.servers} among them; what reading
     *     needs is set here
     * @param index that is written; the caller closes it after this
     * @param listener gets each event that comes after what stood in the topics at the start, once
     *     it is indexed, on the thread that reads; again after a failure
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
        boolean reading = thread.isAlive() || closed.getCount() == 0;
        return new IngestProgress(
                taken,
                behind,
                malformed.count(),
                lastWrite,
                reading ? problem : "nothing reads the topics any more; start the service again",
                indexProblem);
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
            fail(KafkaProblem.of(client, e));
        } catch (IOException e) {
            failToWrite(String.valueOf(e.getMessage()), null);
        } catch (RuntimeException | Error e) {
            // An error, too, such as memory that ran out: nobody else would see it.
            failToWrite("what was read cannot be indexed: " + e, e);
        }
    }

    private void fail(String what) {
        boolean told = what.equals(problem);
        problem = what;
        warn(told, what, null);
    }

    private void failToWrite(String what, Throwable unexpected) {
        boolean told = what.equals(indexProblem);
        indexProblem = what;
        warn(told, what, unexpected);
    }

    private static void warn(boolean told, String what, Throwable unexpected) {
        if (!told) {
            LOG.warn("{}; it is tried again", what, unexpected);
        }
    }

    private void step(TopicReader opened) throws IOException {
        if (System.nanoTime() - looked >= LOOK_NANOS && !look(opened)) {
            return;
        }
        List<ConsumerRecord<byte[], byte[]>> read = opened.poll(POLL);
        problem = null;
        List<ReadEvent> understood = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> one : read) {
            records.read(one).ifPresent(event -> understood.add(new ReadEvent(one, event)));
        }
        List<ReadEvent> events = writer.write(understood, opened.positions());
        indexProblem = null;
        if (!events.isEmpty()) {
            lastWrite = Instant.now();
            taken += events.size();
            behind = Math.max(0, behind - read.size());
        }
        events.stream().filter(this::isNew).forEach(one -> tell(one.event()));
    }

    /** Nobody wants to be told now of what stood there before: days of it, after a rebuild. */
    private boolean isNew(ReadEvent read) {
        return read.source().offset() >= backlog.getOrDefault(read.partition(), 0L);
    }

    /** Asks the broker for new topics and the ends; whether there is anything to read. */
    private boolean look(TopicReader opened) {
        try {
            boolean any = opened.look();
            if (any) {
                Map<TopicPosition, Long> ends = opened.ends();
                behind = Positions.left(opened.positions(), ends);
                writer.end(ends);
                backlog = backlog == null ? ends : backlog;
                // A topic that was made anew ends earlier.
                backlog.replaceAll((one, end) -> Math.min(end, ends.getOrDefault(one, end)));
                looked = System.nanoTime();
            } else {
                backlog = new HashMap<>();
                String topics = String.join(", ", RecordReader.NAMES);
                fail("none of the topics " + topics + " exists yet");
                pause();
            }
            return any;
        } catch (TimeoutException e) {
            fail(KafkaProblem.of(client, e));
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
