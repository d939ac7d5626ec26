// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.StreamEnded;
import dev.sightline.video.TimelineRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;

/** Emits the records of its streams by turns, so that none waits for another. */
final class LiveSourceReader implements SourceReader<TimelineRecord, LiveSplit> {

    private static final long LONGEST_CLOSE_NANOS = TimeUnit.SECONDS.toNanos(4);

    private final SourceReaderContext context;
    private final LiveSettings settings;
    private final Connector.Factory connectors;
    private final Map<String, LiveStream> streams = new ConcurrentSkipListMap<>();
    private final List<LiveStream> cancelled = new ArrayList<>();
    private final Queue<LiveStream> turns = new ArrayDeque<>();
    private final LiveMetrics metrics;
    private final Object lock = new Object();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private boolean noMore;

    LiveSourceReader(
            SourceReaderContext context, LiveSettings settings, Connector.Factory connectors) {
        this.context = context;
        this.settings = settings;
        this.connectors = connectors;
        this.metrics = new LiveMetrics(context.metricGroup(), streams.values());
    }

    @Override
    public void start() {
        // Streams are handed out as they are registered.
    }

    @Override
    public InputStatus pollNext(ReaderOutput<TimelineRecord> output) {
        for (int i = turns.size(); i > 0; i--) {
            LiveStream stream = turns.remove();
            turns.add(stream);
            TimelineRecord next = stream.poll();
            if (next != null) {
                emit(stream, next, output);
                return InputStatus.MORE_AVAILABLE;
            }
        }
        return noMore && streams.isEmpty()
                ? InputStatus.END_OF_INPUT
                : InputStatus.NOTHING_AVAILABLE;
    }

    private void emit(LiveStream stream, TimelineRecord next, ReaderOutput<TimelineRecord> output) {
        output.collect(next);
        metrics.count(next);
        if (next instanceof StreamEnded) {
            finish(stream);
        }
    }

    private void finish(LiveStream stream) {
        turns.remove(stream);
        streams.remove(stream.registration().streamId());
        cancel(stream);
        context.sendSourceEventToCoordinator(new StreamFinished(stream.registration()));
        startWhatHasRoom();
    }

    private void cancel(LiveStream stream) {
        stream.cancel();
        cancelled.removeIf(LiveStream::isGone);
        cancelled.add(stream);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        synchronized (lock) {
            boolean any = turns.stream().anyMatch(LiveStream::hasRecords);
            if (any) {
                available.complete(null);
            } else if (available.isDone()) {
                available = new CompletableFuture<>();
            }
            return available;
        }
    }

    private void wake() {
        synchronized (lock) {
            available.complete(null);
        }
    }

    @Override
    public void addSplits(List<LiveSplit> splits) {
        for (LiveSplit split : splits) {
            add(split);
        }
        startWhatHasRoom();
        wake();
    }

    private void add(LiveSplit split) {
        LiveStream stream = new LiveStream(split, settings, this::wake);
        streams.put(split.splitId(), stream);
        turns.add(stream);
        if (split.removed()) {
            stream.end();
        }
    }

    private void startWhatHasRoom() {
        long started = streams.values().stream().filter(LiveStream::isStarted).count();
        for (LiveStream stream : streams.values()) {
            if (stream.isStarted() || stream.isEnded()) {
                continue;
            }
            if (started < settings.mostStreams()) {
                stream.start(connectors.of(stream.registration()));
                started++;
            } else {
                stream.refuse();
            }
        }
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
        if (event instanceof RegistrationRemoved removed) {
            replace(removed.streamId(), null);
        } else if (event instanceof RegistrationChanged changed) {
            replace(changed.registration().streamId(), changed.registration());
        } else {
            throw new IllegalArgumentException("not from this source's enumerator: " + event);
        }
        startWhatHasRoom();
        wake();
    }

    /** What was read and not emitted is dropped; it becomes part of the gap. */
    private void replace(String streamId, Registration wanted) {
        LiveStream before = streams.remove(streamId);
        if (before == null) {
            return; // it has ended by itself, which the enumerator will hear of
        }
        turns.remove(before);
        cancel(before);
        add(wanted == null ? before.split().ending() : before.split().with(wanted));
    }

    @Override
    public List<LiveSplit> snapshotState(long checkpointId) {
        return streams.values().stream().map(LiveStream::split).toList();
    }

    @Override
    public void notifyNoMoreSplits() {
        noMore = true;
        wake();
    }

    /** Ends all threads at once: each may be in a call that takes long to break. */
    @Override
    public void close() throws InterruptedException {
        streams.values().forEach(this::cancel);
        long end = System.nanoTime() + LONGEST_CLOSE_NANOS;
        for (LiveStream stream : cancelled) {
            stream.join(TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
        }
    }
}
