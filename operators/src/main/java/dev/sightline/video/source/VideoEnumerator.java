// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds files and hands each to the reader that asks next. A reader has one at a time, so a second
 * epoch of a stream waits until the first is read.
 */
final class VideoEnumerator implements SplitEnumerator<VideoSplit, EnumeratorState> {

    private static final Logger LOG = LoggerFactory.getLogger(VideoEnumerator.class);

    private final SplitEnumeratorContext<VideoSplit> context;
    private final FileDiscovery discovery;
    private final Duration watchInterval;
    private final Set<Long> known;
    private final Deque<VideoSplit> pending;
    private final Map<Integer, String> reading = new HashMap<>();
    private final Set<Integer> waiting = new LinkedHashSet<>();
    private boolean listed;

    /**
     * @param watchInterval how often to look for new files; null to look once
     * @param restored the state to go on from
     */
    VideoEnumerator(
            SplitEnumeratorContext<VideoSplit> context,
            FileDiscovery discovery,
            Duration watchInterval,
            EnumeratorState restored) {
        this.context = context;
        this.discovery = discovery;
        this.watchInterval = watchInterval;
        this.known = new HashSet<>(restored.known());
        this.pending = new ArrayDeque<>(restored.pending());
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
                pending.add(split);
            }
        }
        listed = true;
        List.copyOf(waiting).forEach(this::serve);
    }

    private static long hash(VideoSplit split) {
        byte[] id = split.splitId().getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(id).getMostSignificantBits();
    }

    @Override
    public void handleSplitRequest(int subtask, String host) {
        // A reader asks when it has nothing left, so what it had is read.
        reading.remove(subtask);
        waiting.add(subtask);
        List.copyOf(waiting).forEach(this::serve);
    }

    private void serve(int subtask) {
        if (!context.registeredReaders().containsKey(subtask)) {
            waiting.remove(subtask);
            return;
        }
        Iterator<VideoSplit> candidates = pending.iterator();
        while (candidates.hasNext()) {
            VideoSplit split = candidates.next();
            if (!reading.containsValue(split.stream().streamId())) {
                candidates.remove();
                waiting.remove(subtask);
                reading.put(subtask, split.stream().streamId());
                context.assignSplit(split, subtask);
                return;
            }
        }
        if (pending.isEmpty() && listed && watchInterval == null) {
            waiting.remove(subtask);
            context.signalNoMoreSplits(subtask);
        }
    }

    @Override
    public void addSplitsBack(List<VideoSplit> splits, int subtask) {
        reading.remove(subtask);
        splits.forEach(pending::addFirst);
        List.copyOf(waiting).forEach(this::serve);
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
        return new EnumeratorState(known, List.copyOf(pending), listed);
    }

    @Override
    public void close() throws IOException {
        // Nothing is held.
    }
}
