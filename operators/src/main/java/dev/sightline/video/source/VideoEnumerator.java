// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds files and hands each to the reader that asks next; a long one in ranges, once its reader
 * has said that it is long. A reader has one split at a time.
 */
final class VideoEnumerator implements SplitEnumerator<VideoSplit, EnumeratorState> {

    private static final Logger LOG = LoggerFactory.getLogger(VideoEnumerator.class);

    private final SplitEnumeratorContext<VideoSplit> context;
    private final FileDiscovery discovery;
    private final Duration watchInterval;
    private final Set<Long> known;
    private final SplitQueue queue;
    private final Set<Integer> waiting = new LinkedHashSet<>();
    private boolean listed;

    /**
     * @param watchInterval how often to look for new files; null to look once
     * @param length where long files are cut
     * @param restored the state to go on from
     */
    VideoEnumerator(
            SplitEnumeratorContext<VideoSplit> context,
            FileDiscovery discovery,
            Duration watchInterval,
            RangeLength length,
            EnumeratorState restored) {
        this.context = context;
        this.discovery = discovery;
        this.watchInterval = watchInterval;
        this.known = new HashSet<>(restored.known());
        this.queue = new SplitQueue(length, context::currentParallelism, restored.pending());
        this.listed = restored.listed();
    }

    @Override
    public void start() {
        if (watchInterval != null) {
            context.callAsync(discovery::list, this::found, 0, watchInterval.toMillis());
        } else if (!listed) {
            context.callAsync(discovery::list, this::found);
        }
    }

    private void found(List<VideoSplit> splits, Throwable failure) {
        if (failure != null) {
            // The next round may succeed, and a bounded run must not wait for ever.
            LOG.error("cannot look for videos", failure);
            if (watchInterval == null) {
                throw new IllegalStateException("cannot look for videos", failure);
            }
            return;
        }
        for (VideoSplit split : splits) {
            if (known.add(hash(split))) {
                queue.add(split);
            }
        }
        listed = true;
        serveAll();
    }

    private static long hash(VideoSplit split) {
        byte[] id = split.fileId().getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(id).getMostSignificantBits();
    }

    @Override
    public void handleSplitRequest(int subtask, String host) {
        // A reader asks when it has nothing left, so what it had is read.
        queue.release(subtask);
        waiting.add(subtask);
        serveAll();
    }

    @Override
    public void handleSourceEvent(int subtask, SourceEvent event) {
        if (!(event instanceof RangeReport report)) {
            throw new IllegalArgumentException("not from this source's readers: " + event);
        }
        OptionalLong end = queue.report(subtask, report);
        if (end.isPresent() && context.registeredReaders().containsKey(subtask)) {
            context.sendEventToSourceReader(
                    subtask, new RangeEnd(report.splitId(), end.getAsLong()));
        }
        serveAll();
    }

    private void serveAll() {
        List.copyOf(waiting).forEach(this::serve);
    }

    private void serve(int subtask) {
        if (!context.registeredReaders().containsKey(subtask)) {
            waiting.remove(subtask);
            return;
        }
        VideoSplit split = queue.assign(subtask);
        if (split != null) {
            waiting.remove(subtask);
            context.assignSplit(split, subtask);
        } else if (queue.isDone() && listed && watchInterval == null) {
            waiting.remove(subtask);
            context.signalNoMoreSplits(subtask);
        }
    }

    @Override
    public void addSplitsBack(List<VideoSplit> splits, int subtask) {
        queue.release(subtask);
        splits.forEach(queue::addBack);
        serveAll();
    }

    @Override
    public void addReader(int subtask) {
        // After a recovery, readers report what they had; it is handed out anew, evenly.
        ReaderInfo reader = context.registeredReaders().get(subtask);
        List<VideoSplit> reported = reader.getReportedSplitsOnRegistration();
        if (!reported.isEmpty()) {
            addSplitsBack(reported, subtask);
        }
    }

    @Override
    public EnumeratorState snapshotState(long checkpointId) {
        return new EnumeratorState(known, queue.snapshot(checkpointId), listed);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        queue.completed(checkpointId);
    }

    @Override
    public void close() throws IOException {
        // Nothing is held.
    }
}
