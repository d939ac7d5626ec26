// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import dev.sightline.event.QueryRequest;
import dev.sightline.match.ArmedQuery;
import dev.sightline.match.CalibratedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says what a query would have found in stored samples, with its own budget and with others, in one
 * pass over them. It compares with the code that the job runs, so what was watched all along gives
 * the same intervals: a query counts from the first sample of the range, and those before tell what
 * the stream usually shows. Holds some 100 KB a stream, whatever its length. Not for several
 * threads.
 */
public final class BackTest {

    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    private final ArmedQuery query;
    private final ReplaySettings settings;
    private final Map<String, Map<Long, List<StoredChange>>> changes = new HashMap<>();
    private final Map<String, StreamReplay> replays = new TreeMap<>();

    /**
     * @param query armed with the same model
     * @param model calibration of the model
     * @param digest of the model; samples of another one are refused
     * @param interval distance of samples
     * @param range which samples the query is compared with
     * @param budgets false alarms a day to try besides the query's own, each greater than 0
     * @param changes scene changes of the streams, in any order; of others they do no harm
     */
    public BackTest(
            ArmedQuery query,
            CalibratedModel model,
            String digest,
            Duration interval,
            TimeRange range,
            Collection<Double> budgets,
            Collection<StoredChange> changes) {
        this.query = query;
        this.settings =
                new ReplaySettings(
                        model, digest, interval, new BudgetVariants(query, budgets), range);
        for (StoredChange change : changes) {
            this.changes
                    .computeIfAbsent(change.streamId(), id -> new HashMap<>())
                    .computeIfAbsent(change.epoch(), epoch -> new ArrayList<>())
                    .add(change);
        }
    }

    /**
     * Takes a sample; those of one stream come in their order.
     *
     * @throws UnusableSamples if it is of another model, or samples are not as far apart as said
     */
    public void accept(StoredSample sample) throws InterruptedException {
        String streamId = sample.stream().streamId();
        if (!query.appliesTo(streamId)) {
            return;
        }
        StreamReplay replay =
                replays.computeIfAbsent(
                        streamId,
                        id -> new StreamReplay(settings, id, changes.getOrDefault(id, Map.of())));
        replay.accept(sample);
    }

    /** Ends the streams, and says what was found; to be called once. */
    public BackTestResult finish() throws InterruptedException {
        for (StreamReplay replay : replays.values()) {
            replay.finish();
        }
        List<WatchedStream> streams = replays.values().stream().map(StreamReplay::watched).toList();
        double days = streams.stream().mapToLong(WatchedStream::coveredMs).sum() / DAY_MS;
        List<BudgetResult> results = new ArrayList<>();
        settings.variants()
                .budgets()
                .forEach((variant, budget) -> results.add(result(variant, budget, days)));
        return new BackTestResult(
                query.request(), streams, results.get(0), results.subList(1, results.size()));
    }

    private BudgetResult result(String variant, Double budget, double days) {
        List<FoundMatch> matches =
                replays.values().stream()
                        .flatMap(replay -> replay.found(variant).stream())
                        .toList();
        Double perDay = null;
        if (budget != null) {
            QueryRequest request = query.request();
            perDay = budget * request.budgetOfStream() / request.alarmBudgetPerDay();
        } else if (query.threshold() != null) {
            perDay = query.threshold().falseAlarmsPerDay();
        }
        return new BudgetResult(budget, perDay == null ? null : perDay * days, matches);
    }
}
