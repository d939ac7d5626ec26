// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.Term;
import dev.sightline.event.QueryRequest;
import dev.sightline.video.MediaTime;
import dev.sightline.video.StreamRef;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How far the queries of a stream are of which something is going on: a match, what is about to
 * become one, or the rest behind one. Of the others there is nothing. Not for several threads.
 */
final class GoingQueries {

    /** Term ids that a sample is remembered to show, at most. */
    private static final int MOST_SHOWN = 256;

    private final long intervalMs;
    private final MatchListener listener;
    private final Map<String, QueryProgress> byId = new LinkedHashMap<>();

    /**
     * @param known how far they were
     * @param intervalMs distance of samples
     * @param listener hears of matches
     */
    GoingQueries(List<QueryProgress> known, long intervalMs, MatchListener listener) {
        this.intervalMs = intervalMs;
        this.listener = listener;
        known.forEach(next -> byId.put(next.query().request().id(), next));
    }

    /** How far they are. */
    List<QueryProgress> all() {
        return List.copyOf(byId.values());
    }

    /**
     * Whether something of a query is going on. Of another query under the same id, as a savepoint
     * may hold, it is ended.
     */
    boolean has(ArmedQuery query) throws InterruptedException {
        String id = query.request().id();
        replace(id, query.request());
        return byId.containsKey(id);
    }

    /**
     * Takes a sample to a query.
     *
     * @param observations what each track makes of it
     */
    void observe(
            MatchSample sample,
            ArmedQuery query,
            List<Observation> observations,
            Thresholds thresholds)
            throws InterruptedException {
        String id = query.request().id();
        QueryProgress before = byId.get(id);
        if (before == null) {
            before = QueryProgress.initial(sample.stream(), query);
        }
        QueryProgress now =
                follower(query).observe(before, observations, thresholds, sample.preview());
        if (now.idle(sample.time().mediaMs())) {
            byId.remove(id);
        } else {
            byId.put(id, now);
        }
    }

    /** Ids of terms of steps that the sample shows, as far as their queries know; rising. */
    long[] shown(long k) {
        TreeSet<Long> shown = new TreeSet<>();
        for (QueryProgress each : byId.values()) {
            for (int i = 0; i < each.query().steps().size() && shown.size() < MOST_SHOWN; i++) {
                if (each.shows(i, k)) {
                    each.query().steps().get(i).all().stream().map(Term::id).forEach(shown::add);
                }
            }
        }
        return shown.stream().mapToLong(Long::longValue).toArray();
    }

    /** Ends what is open, and forgets what was about to open: the stream goes on behind a break. */
    void discontinuity() throws InterruptedException {
        for (Map.Entry<String, QueryProgress> each : byId.entrySet()) {
            each.setValue(follower(each.getValue().query()).discontinuity(each.getValue()));
        }
    }

    /**
     * Ends what is open. What rests does so in the stream's next epoch, too.
     *
     * @param last time of the latest sample; null where it is not known, so that nothing rests
     */
    void end(CloseReason reason, MediaTime last) throws InterruptedException {
        for (Iterator<Map.Entry<String, QueryProgress>> all = byId.entrySet().iterator();
                all.hasNext(); ) {
            Map.Entry<String, QueryProgress> each = all.next();
            QueryProgress ended = finish(each.getValue(), reason);
            if (last == null || ended.idle(last.mediaMs())) {
                all.remove();
            } else {
                each.setValue(ended);
            }
        }
    }

    /**
     * Goes on with what rests on a timeline that begins anew.
     *
     * @param shiftMs from the media times of the timeline before to those of this one
     */
    void goOn(StreamRef stream, long shiftMs) {
        byId.replaceAll((id, each) -> each.on(stream, shiftMs));
    }

    /**
     * Ends what a query has open that was removed, or changed.
     *
     * @param request the query as it is now, or null if it was removed
     * @return whether there was anything to forget
     */
    boolean replace(String queryId, QueryRequest request) throws InterruptedException {
        QueryProgress before = byId.get(queryId);
        if (before == null || before.query().request().equals(request)) {
            return false;
        }
        finish(before, CloseReason.QUERY_REMOVED);
        byId.remove(queryId);
        return true;
    }

    private QueryProgress finish(QueryProgress progress, CloseReason reason)
            throws InterruptedException {
        return follower(progress.query()).finish(progress, reason);
    }

    private QueryFollower follower(ArmedQuery query) {
        return new QueryFollower(query, intervalMs, listener);
    }
}
