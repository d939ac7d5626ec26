// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.backtest.BackTest;
import dev.sightline.backtest.BackTestResult;
import dev.sightline.backtest.BudgetResult;
import dev.sightline.backtest.StoredEvents;
import dev.sightline.backtest.StoredSample;
import dev.sightline.backtest.TimeRange;
import dev.sightline.backtest.UnusableSamples;
import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.SharedModels.Lease;
import dev.sightline.event.MalformedEvent;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.Topic;
import dev.sightline.job.settings.SettingsException;
import dev.sightline.match.ArmedQuery;
import dev.sightline.match.ArmingSettings;
import dev.sightline.match.CalibratedModel;
import dev.sightline.match.QueryArming;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A back-test of stored events.
 *
 * @param model folder of the bundle that made the vectors
 * @param interval distance of samples
 * @param range what counts
 * @param budgets to try besides the query's own
 */
record Backtest(Path model, Duration interval, TimeRange range, List<Double> budgets) {

    /**
     * Runs it.
     *
     * @throws SettingsException if the query asks for what cannot be done
     * @throws CommandFailure if events cannot be read, or there is nothing to compare with
     */
    BackTestResult run(QueryRequest request, EventStore store) {
        String digest = ModelBundle.load(model).digest();
        ArmingSettings arming = new ArmingSettings(model.toString(), digest, interval);
        try (Lease<CalibratedModel> calibrated = CalibratedModel.acquire(arming)) {
            ArmedQuery query = armed(request, arming);
            StoredScenes scenes = StoredScenes.read(store, query::appliesTo);
            BackTest test =
                    new BackTest(
                            query,
                            calibrated.model(),
                            digest,
                            interval,
                            range,
                            budgets,
                            scenes.changes());
            return withPictures(result(test, store), scenes);
        }
    }

    private static ArmedQuery armed(QueryRequest request, ArmingSettings arming) {
        try (Lease<QueryArming> lease = QueryArming.acquire(arming)) {
            return lease.model().arm(request, 0);
        } catch (MalformedRequest.Unsupported e) {
            throw new SettingsException("the query is not right: " + e.getMessage());
        }
    }

    private static BackTestResult result(BackTest test, EventStore store) {
        try (ReadingProgress progress = ReadingProgress.onTerminal()) {
            store.read(
                    List.of(Topic.EMBEDDINGS),
                    (event, place) -> take(event, place, test, progress));
            return something(test.finish());
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (UnusableSamples e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private static void take(
            EventRecord event, String place, BackTest test, ReadingProgress progress) {
        try {
            StoredSample sample = StoredEvents.sample(event.data());
            test.accept(sample);
            progress.count(sample.stream().streamId(), sample.time().mediaMs(), System.nanoTime());
        } catch (MalformedEvent e) {
            throw new CommandFailure(place + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static CommandFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CommandFailure("interrupted", e);
    }

    private static BackTestResult something(BackTestResult result) {
        if (result.samples() > 0) {
            return result;
        }
        if (result.streams().isEmpty()) {
            throw new CommandFailure(
                    "there are no vectors of such streams in "
                            + Topic.EMBEDDINGS.topicName()
                            + "; do the streams' names fit, and does the job run without"
                            + " --embeddings=false?");
        }
        throw new CommandFailure(
                "no sample of "
                        + String.join(
                                ", ", result.streams().stream().map(s -> s.streamId()).toList())
                        + " lies between --from and --to");
    }

    private static BackTestResult withPictures(BackTestResult result, StoredScenes scenes) {
        return new BackTestResult(
                result.query(),
                result.streams(),
                withPictures(result.asked(), scenes),
                result.others().stream().map(other -> withPictures(other, scenes)).toList());
    }

    private static BudgetResult withPictures(BudgetResult budget, StoredScenes scenes) {
        return new BudgetResult(
                budget.falseAlarmsPerDay(),
                budget.bearable(),
                budget.matches().stream()
                        .map(match -> match.withPicture(scenes.picture(match)))
                        .toList());
    }
}
