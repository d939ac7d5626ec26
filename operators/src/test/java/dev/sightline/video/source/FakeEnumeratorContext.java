// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** Readers as the enumerator sees them; remembers what it sent to each. */
final class FakeEnumeratorContext implements SplitEnumeratorContext<VideoSplit> {

    private final int parallelism;
    private final Map<Integer, ReaderInfo> readers = new HashMap<>();
    private final Map<Integer, List<VideoSplit>> assigned = new HashMap<>();
    private final Map<Integer, List<SourceEvent>> events = new HashMap<>();
    private final Set<Integer> finished = new HashSet<>();

    FakeEnumeratorContext(int parallelism) {
        this.parallelism = parallelism;
    }

    /** A reader comes, with what it had in the checkpoint. */
    void register(int subtask, VideoSplit... reported) {
        readers.put(subtask, ReaderInfo.createReaderInfo(subtask, "host", List.of(reported)));
    }

    /** A reader's task fails; what was sent to it is forgotten and returned. */
    List<VideoSplit> fail(int subtask) {
        readers.remove(subtask);
        events.remove(subtask);
        List<VideoSplit> lost = assigned.remove(subtask);
        return lost == null ? List.of() : lost;
    }

    List<VideoSplit> assignedTo(int subtask) {
        return assigned.getOrDefault(subtask, List.of());
    }

    List<SourceEvent> sentTo(int subtask) {
        return events.getOrDefault(subtask, List.of());
    }

    boolean isFinished(int subtask) {
        return finished.contains(subtask);
    }

    @Override
    public SplitEnumeratorMetricGroup metricGroup() {
        return UnregisteredMetricsGroup.createSplitEnumeratorMetricGroup();
    }

    @Override
    public void sendEventToSourceReader(int subtask, SourceEvent event) {
        events.computeIfAbsent(subtask, unused -> new ArrayList<>()).add(event);
    }

    @Override
    public int currentParallelism() {
        return parallelism;
    }

    @Override
    public Map<Integer, ReaderInfo> registeredReaders() {
        return readers;
    }

    @Override
    public void assignSplits(SplitsAssignment<VideoSplit> assignment) {
        assignment
                .assignment()
                .forEach(
                        (subtask, splits) ->
                                assigned.computeIfAbsent(subtask, unused -> new ArrayList<>())
                                        .addAll(splits));
    }

    @Override
    public void signalNoMoreSplits(int subtask) {
        finished.add(subtask);
    }

    @Override
    public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
        try {
            handler.accept(callable.call(), null);
        } catch (Exception e) {
            handler.accept(null, e);
        }
    }

    @Override
    public <T> void callAsync(
            Callable<T> callable, BiConsumer<T, Throwable> handler, long delay, long period) {
        callAsync(callable, handler);
    }

    @Override
    public void runInCoordinatorThread(Runnable runnable) {
        runnable.run();
    }

    @Override
    public void setIsProcessingBacklog(boolean isProcessingBacklog) {
        throw new UnsupportedOperationException("this source has no backlog");
    }
}
