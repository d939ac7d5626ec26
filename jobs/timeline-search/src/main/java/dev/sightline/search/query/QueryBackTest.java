// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.backtest.BackTest;
import dev.sightline.backtest.BackTestResult;
import dev.sightline.backtest.TimeRange;
import dev.sightline.backtest.UnusableSamples;
import dev.sightline.clip.ModelException;
import dev.sightline.clip.SharedModels.Lease;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryImage;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.QueryStep;
import dev.sightline.match.ArmedQuery;
import dev.sightline.match.ArmingSettings;
import dev.sightline.match.CalibratedModel;
import dev.sightline.match.QueryArming;
import dev.sightline.search.index.TimelineIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Says what a query would have found in the samples of the index, with the code that the job runs.
 * One at a time; another one waits. Thread-safe.
 */
public final class QueryBackTest {

    /** Somebody waits: with three budgets a thousand take about a third of a second. */
    private static final long MOST_SAMPLES = 100_000;

    /** Most false alarms a day that can be tried besides the query's own. */
    public static final int MOST_BUDGETS = 8;

    private static final String ID = "back-test";

    private record Asked(
            QueryRequest request, SearchModel model, TimeRange range, List<Double> budgets) {}

    private final TimelineIndex index;
    private final SearchModels models;
    private final long mostSamples;

    /**
     * @param index whose samples are compared; stays with the caller
     * @param models the first one compares; stay with the caller
     */
    public QueryBackTest(TimelineIndex index, SearchModels models) {
        this(index, models, MOST_SAMPLES);
    }

    QueryBackTest(TimelineIndex index, SearchModels models, long mostSamples) {
        this.index = index;
        this.models = models;
        this.mostSamples = mostSamples;
    }

    /**
     * Compares a query with what is stored. Samples of three hours before the range tell what a
     * stream usually shows.
     *
     * @param definition the query as {@code video.queries.v1} has it
     * @param range which samples count, at most 31 days
     * @param streams ids of at most 50 streams; empty for all that the query is for
     * @param budgets false alarms a day to try besides the query's own, at most 8
     * @return what was found; the picture of a match is the id of its peak's sample, if the index
     *     has a picture of that
     * @throws MalformedRequest if the query is wrong, or asks for what cannot be done
     * @throws InvalidSearch if it would take too long, or there is nothing to compare with
     * @throws ModelException if the model's bundle cannot be used
     * @throws IOException if the index cannot be read
     * @throws InterruptedException if the thread is interrupted
     */
    public synchronized BackTestResult run(
            JsonNode definition, TimeRange range, Set<String> streams, List<Double> budgets)
            throws IOException, MalformedRequest, InterruptedException {
        QueryRequest request =
                QueryRequest.parse(ID, definition.toString().getBytes(StandardCharsets.UTF_8));
        checkPictures(request);
        checkBudgets(budgets);
        BackTestRange read = new BackTestRange(range);
        Asked asked = new Asked(request, models.model(null), range, budgets);
        Map<Duration, Set<String>> groups =
                new BackTestStreams(index)
                        .byInterval(request.streams(), streams, asked.model.digest());
        SampleReader samples = new SampleReader(index, asked.model.digest(), read, mostSamples);
        List<BackTestResult> results = new ArrayList<>();
        for (Map.Entry<Duration, Set<String>> group : groups.entrySet()) {
            results.add(run(asked, group.getKey(), group.getValue(), samples));
        }
        return something(BackTestResults.together(results));
    }

    private BackTestResult run(
            Asked asked, Duration interval, Set<String> streams, SampleReader samples)
            throws IOException, MalformedRequest, InterruptedException {
        try {
            BackTest test =
                    new BackTest(
                            armed(asked.request, asked.model, interval),
                            new CalibratedModel(
                                    asked.model.calibration(), asked.model.logitScale()),
                            asked.model.digest(),
                            interval,
                            asked.range,
                            asked.budgets,
                            StoredScenes.of(index, streams));
            samples.read(streams, test);
            return test.finish();
        } catch (UnusableSamples e) {
            throw new InvalidSearch(
                    "streams",
                    "include one of which samples are not as far apart as they were at its end ("
                            + e.getMessage()
                            + "); test streams of one interval, or a later range");
        }
    }

    private static ArmedQuery armed(QueryRequest request, SearchModel model, Duration interval)
            throws MalformedRequest.Unsupported {
        ArmingSettings settings =
                new ArmingSettings(model.folder().toString(), model.digest(), interval);
        try (Lease<QueryArming> lease = QueryArming.acquire(settings)) {
            return lease.model().arm(request, 0);
        }
    }

    /** What a request says is never opened here; the job fetches pictures with its own rules. */
    private static void checkPictures(QueryRequest request) throws MalformedRequest {
        boolean remote =
                request.steps().stream()
                        .map(QueryStep::image)
                        .filter(Objects::nonNull)
                        .anyMatch(image -> QueryImage.data(image).isEmpty());
        if (remote) {
            throw new MalformedRequest(
                    "'image' is an address, which a back-test does not fetch; send the picture"
                            + " itself, as data:image/...;base64");
        }
    }

    private static void checkBudgets(List<Double> budgets) {
        if (budgets.size() > MOST_BUDGETS) {
            throw new InvalidSearch("budgets", "are more than " + MOST_BUDGETS);
        } else if (budgets.stream().anyMatch(each -> !(each > 0) || each.isInfinite())) {
            throw new InvalidSearch("budgets", "have to be greater than 0: " + budgets);
        }
    }

    private static BackTestResult something(BackTestResult result) {
        if (result.samples() == 0) {
            throw new InvalidSearch("from", "and 'to' leave no sample of these streams");
        }
        return result;
    }
}
