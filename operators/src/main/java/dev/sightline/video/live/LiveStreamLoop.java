// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.Sample;
import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import dev.sightline.video.decode.Connection;
import dev.sightline.video.decode.MediaException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one stream: connects, reads, and connects again for ever, until it is cancelled or the
 * sender says that nothing will follow. Its records go to a buffer.
 */
final class LiveStreamLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreamLoop.class);

    /** A connection that lived so long was a good one, and what follows is another outage. */
    private static final Duration STABLE = Duration.ofSeconds(5);

    private final String streamId;
    private final Connector connector;
    private final LiveBuffer buffer;
    private final LivePlace place;
    private final LiveSettings settings;
    private final Surroundings surroundings;
    private final BackOff backOff;
    private volatile boolean cancelled;
    private volatile Connection connection;
    private Instant connectedAt;
    private Instant awaySince;
    private String reason;
    private List<VisualChange> untold = List.of();
    private boolean ended;

    /**
     * @param connector reaches the stream; closed by this
     * @param place where the records of the stream are; used by nobody else meanwhile
     * @param reason why there are no samples so far, in words for a person
     */
    LiveStreamLoop(
            String streamId,
            Connector connector,
            LiveBuffer buffer,
            LivePlace place,
            LiveSettings settings,
            Surroundings surroundings,
            String reason) {
        this.streamId = streamId;
        this.connector = connector;
        this.buffer = buffer;
        this.place = place;
        this.settings = settings;
        this.surroundings = surroundings;
        this.backOff = new BackOff(settings, surroundings.random());
        this.reason = reason;
    }

    @Override
    public void run() {
        try (connector) {
            awaySince = now();
            while (!cancelled && !ended) {
                connectOnce();
            }
        } catch (InterruptedException e) {
            // Cancelled while it waited; nothing is left to tell.
            Thread.currentThread().interrupt();
        }
    }

    private void connectOnce() throws InterruptedException {
        MediaException failure;
        try (Connection opened = connector.connect()) {
            failure = watched(opened);
        } catch (MediaException e) {
            failure = e;
        } catch (RuntimeException | Error e) {
            // A stream can be odd in ways that nobody thought of, or there may be no memory for it
            // now: JavaCPP says so with an error. The others have to go on, and this one too.
            LOG.warn("{}: cannot be read", streamId, e);
            failure = new MediaException(Category.DECODE, "cannot be read: " + e);
        } finally {
            connection = null;
        }
        if (failure != null && !cancelled) {
            away(failure);
        }
    }

    /** Reads a connection to its end; null if the stream has ended. */
    private MediaException watched(Connection opened) throws InterruptedException {
        connection = opened;
        if (cancelled) {
            opened.cancel();
        }
        connectedAt = now();
        try {
            while (!ended) {
                readTimeline(opened);
            }
            return null;
        } catch (MediaException e) {
            untold = opened.lastChanges();
            return e;
        }
    }

    private void readTimeline(Connection opened) throws MediaException, InterruptedException {
        opened.begin(place.nextEpoch(now()));
        TimelineRecord next = opened.next();
        while (next != null && !cancelled) {
            if (next instanceof StreamStarted started) {
                closeEpoch(started, opened);
            }
            tell(next, opened);
            ended = next.last();
            next = ended ? null : opened.next();
        }
        if (cancelled) {
            ended = true;
        } else if (!ended) {
            untold = opened.lastChanges();
            reason = opened.interruption();
        }
    }

    private void closeEpoch(StreamStarted another, Connection opened) throws InterruptedException {
        TimelineRecord gap = place.gapUntil(another, reason, untold);
        untold = List.of();
        if (gap != null) {
            tell(gap, opened);
        }
    }

    private void tell(TimelineRecord next, Connection opened) throws InterruptedException {
        if (next instanceof Sample && !connectedAt.plus(STABLE).isAfter(now())) {
            backOff.reset();
        }
        place.passed(next);
        if (opened != null && opened.waits()) {
            buffer.addWaiting(next);
        } else {
            buffer.add(next);
        }
        if (next instanceof Sample) {
            awaySince = null;
        }
    }

    private void away(MediaException failure) throws InterruptedException {
        Instant now = now();
        boolean news = awaySince == null || !failure.getMessage().equals(reason);
        if (awaySince == null) {
            awaySince = now;
        }
        reason = failure.getMessage();
        boolean lost = Duration.between(awaySince, now).compareTo(settings.lostAfter()) >= 0;
        var told = place.away(now, backOff, lost, news, failure.category(), reason, untold);
        untold = List.of();
        LOG.info("{}: {}; tried again in {} ms", streamId, reason, told.nextAttemptMs());
        tell(told, null);
        surroundings.pause().sleep(told.nextAttemptMs());
    }

    private Instant now() {
        return surroundings.clock().instant();
    }

    /** Whether frames come in. */
    boolean isConnected() {
        return connection != null;
    }

    /** Ends it soon, from any thread; the thread that runs it has to be interrupted as well. */
    void cancel() {
        cancelled = true;
        connector.cancel();
        Connection open = connection;
        if (open != null) {
            open.cancel();
        }
    }
}
