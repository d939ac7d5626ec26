// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.ModelCalibration;
import dev.sightline.calibration.Term;
import dev.sightline.clip.Device;
import dev.sightline.clip.ImageEncoder;
import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.ModelException;
import dev.sightline.clip.OnnxImageEncoder;
import dev.sightline.clip.OnnxTextEncoder;
import dev.sightline.clip.QueryTextEncoder;
import dev.sightline.clip.SharedModels;
import dev.sightline.clip.TextEncoder;
import dev.sightline.event.BudgetScope;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.QueryStep;
import dev.sightline.video.StreamGlobs;
import dev.sightline.video.access.AccessRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes queries ready to match: texts to vectors, and how these score on the bundle's pictures.
 * Owns a text tower, which the tasks of a process share. Thread-safe.
 */
public final class QueryArming implements AutoCloseable {

    private static final SharedModels<ArmingSettings, QueryArming> SHARED =
            new SharedModels<>(Duration.ZERO, QueryArming::close);

    private final TextEncoder tower;
    private final StepEncoder encoder;
    private final ModelCalibration calibration;
    private final Duration interval;

    /**
     * @param tower closed with this
     * @param encoder uses it
     * @param calibration of the same model
     * @param interval distance of samples
     */
    QueryArming(
            TextEncoder tower,
            StepEncoder encoder,
            ModelCalibration calibration,
            Duration interval) {
        this.tower = tower;
        this.encoder = encoder;
        this.calibration = calibration;
        this.interval = interval;
    }

    /**
     * Takes a share in the text tower of a model, loading it and the background if nobody has.
     *
     * @throws ModelException if the bundle cannot be used, or has no background to calibrate with
     */
    public static SharedModels.Lease<QueryArming> acquire(ArmingSettings settings) {
        return SHARED.acquire(settings, () -> load(settings));
    }

    private static QueryArming load(ArmingSettings settings) {
        ModelBundle bundle = ModelBundle.load(Path.of(settings.modelPath()), settings.digest());
        TextEncoder tower = new OnnxTextEncoder(bundle);
        try (SharedModels.Lease<CalibratedModel> calibrated = CalibratedModel.acquire(settings)) {
            return new QueryArming(
                    tower,
                    new StepEncoder(
                            new QueryTextEncoder(tower, bundle.templates()),
                            new PictureFetch(AccessRules.forRegistered(settings.allowed())),
                            bundle.geometry(),
                            rgb -> encode(bundle, rgb)),
                    calibrated.model().calibration(),
                    settings.interval());
        } catch (RuntimeException e) {
            tower.close();
            throw e;
        }
    }

    /** Few queries have a picture: the tower is loaded for one, rather than kept. */
    private static float[] encode(ModelBundle bundle, byte[] rgb) {
        try (ImageEncoder tower = new OnnxImageEncoder(bundle, Device.CPU, 1)) {
            return tower.encode(List.of(rgb))[0];
        }
    }

    /**
     * Arms a query.
     *
     * @param sequence of its control record
     * @throws MalformedRequest.Unsupported if it asks for what cannot be done
     * @throws ModelException.NoVector if the model has no vector for one of its texts
     */
    public synchronized ArmedQuery arm(QueryRequest request, long sequence)
            throws MalformedRequest.Unsupported {
        checkBudget(request);
        List<ArmedStep> steps = new ArrayList<>();
        for (QueryStep step : request.steps()) {
            steps.add(arm(step));
        }
        List<Term> labels = terms(request.labels());
        return new ArmedQuery(request, steps, labels, cold(request, steps), sequence);
    }

    private static void checkBudget(QueryRequest request) throws MalformedRequest.Unsupported {
        if (request.budgetScope() == BudgetScope.QUERY
                && request.followsBudget()
                && !new StreamGlobs(request.streams()).nameStreams()) {
            throw new MalformedRequest.Unsupported(
                    "'budgetScope: query' shares the budget out evenly, but how many streams "
                            + (request.streams().isEmpty() ? "there will be" : "a pattern matches")
                            + " is not known beforehand: name each in 'streams', or leave"
                            + " 'budgetScope' out and give 'alarmBudgetPerDay' for one stream");
        }
    }

    private ArmedStep arm(QueryStep step) throws MalformedRequest.Unsupported {
        List<Term> all = new ArrayList<>();
        all.add(calibration.term(encoder.positive(step)));
        all.addAll(terms(step.and()));
        return new ArmedStep(all, terms(step.not()), step.withinMs());
    }

    private List<Term> terms(List<String> texts) {
        return texts.stream().map(text -> calibration.term(encoder.text(text))).toList();
    }

    /** Labels are told apart from each other, and promise nothing. */
    private ArmedQuery.ColdThreshold cold(QueryRequest request, List<ArmedStep> steps) {
        if (steps.isEmpty()) {
            return null;
        }
        Term main = steps.get(0).all().get(0);
        double evidence =
                request.threshold() == null
                        ? calibration.coldEnter(request.budgetOfStream(), interval)
                        : calibration.evidence(main, request.threshold());
        return new ArmedQuery.ColdThreshold(
                calibration.cosine(main, evidence),
                calibration.coldExpectedPerDay(evidence, interval));
    }

    @Override
    public void close() {
        tower.close();
    }
}
