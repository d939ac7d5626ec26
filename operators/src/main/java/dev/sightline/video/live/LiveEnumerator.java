// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Follows the registrations and hands streams to readers; opens none. */
final class LiveEnumerator implements SplitEnumerator<LiveSplit, LiveState> {

    private final SplitEnumeratorContext<LiveSplit> context;
    private final RegistrationFeed feed;
    private final LiveRegistry registry;
    private final Clock clock;
    private AutoCloseable following;

    LiveEnumerator(
            SplitEnumeratorContext<LiveSplit> context,
            RegistrationFeed feed,
            LiveState restored,
            Clock clock) {
        this.context = context;
        this.feed = feed;
        this.registry = new LiveRegistry(restored);
        this.clock = clock;
    }

    @Override
    public void start() {
        following =
                feed.follow(
                        registrations ->
                                context.runInCoordinatorThread(() -> register(registrations)));
    }

    private void register(Registrations registrations) {
        registry.register(registrations);
        reconcile();
    }

    private void reconcile() {
        if (context.registeredReaders().size() == context.currentParallelism()) {
            List<Integer> readers = new ArrayList<>(context.registeredReaders().keySet());
            Collections.sort(readers);
            registry.reconcile(readers, new Told(context), clock.instant());
        }
    }

    private record Told(SplitEnumeratorContext<LiveSplit> context) implements LiveRegistry.Readers {

        @Override
        public void assign(LiveSplit split, int reader) {
            context.assignSplit(split, reader);
        }

        @Override
        public void change(Registration registration, int reader) {
            context.sendEventToSourceReader(reader, new RegistrationChanged(registration));
        }

        @Override
        public void remove(String streamId, int reader) {
            context.sendEventToSourceReader(reader, new RegistrationRemoved(streamId));
        }
    }

    @Override
    public void handleSplitRequest(int subtask, String host) {
        // Streams are handed out as they are registered.
    }

    @Override
    public void handleSourceEvent(int subtask, SourceEvent event) {
        if (!(event instanceof StreamFinished finished)) {
            throw new IllegalArgumentException("not from this source's readers: " + event);
        }
        registry.finish(finished.registration());
        reconcile();
    }

    @Override
    public void addSplitsBack(List<LiveSplit> splits, int subtask) {
        registry.takeBack(splits);
        reconcile();
    }

    @Override
    public void addReader(int subtask) {
        registry.begin(subtask);
        // After a recovery, readers report what they had; it is handed out anew, evenly.
        registry.takeBack(
                context.registeredReaders().get(subtask).getReportedSplitsOnRegistration());
        reconcile();
    }

    @Override
    public LiveState snapshotState(long checkpointId) {
        return registry.snapshot();
    }

    @Override
    public void close() throws IOException {
        try {
            if (following != null) {
                following.close();
            }
        } catch (Exception e) {
            throw new IOException("cannot stop following the registrations of streams", e);
        }
    }
}
