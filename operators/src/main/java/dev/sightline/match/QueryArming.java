// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.ModelCalibration;
import dev.sightline.calibration.Term;
import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.ModelException;
import dev.sightline.clip.OnnxTextEncoder;
import dev.sightline.clip.QueryTextEncoder;
import dev.sightline.clip.SharedModels;
import dev.sightline.clip.TextEncoder;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.QueryStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes queries ready to match: texts to vectors, and how these score on the bundle's pictures.
 * Owns a text tower, which the tasks of a process share. Thread-safe.
 */
public final class QueryArming implements AutoCloseable {

    /** More queries than a job may reasonably have; what is forgotten is armed again. */
    private static final int REMEMBERED = 1024;

    private static final SharedModels<ArmingSettings, QueryArming> SHARED =
            new SharedModels<>(Duration.ZERO, QueryArming::close);

    private final TextEncoder tower;
    private final QueryTextEncoder encoder;
    private final ModelCalibration calibration;
    private final Duration interval;
    private final Map<QueryRequest, ArmedQuery> armed =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<QueryRequest, ArmedQuery> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /**
     * @param tower closed with this
     * @param templates phrasings of a query
     * @param calibration of the same model
     * @param interval distance of samples
     */
    public QueryArming(
            TextEncoder tower,
            List<String> templates,
            ModelCalibration calibration,
            Duration interval) {
        this.tower = tower;
        this.encoder = new QueryTextEncoder(tower, templates);
        this.calibration = calibration;
        this.interval = interval;
    }

    /**
     * Takes a share in the text tower of a model, loading it and the background if nobody has.
     *
     * @throws ModelException if the bundle cannot be used, or has no background to calibrate with
     */
    static SharedModels.Lease<QueryArming> acquire(ArmingSettings settings) {
        return SHARED.acquire(settings, () -> load(settings));
    }

    private static QueryArming load(ArmingSettings settings) {
        ModelBundle bundle = ModelBundle.load(Path.of(settings.modelPath()), settings.digest());
        try (SharedModels.Lease<CalibratedModel> calibrated = CalibratedModel.acquire(settings)) {
            return new QueryArming(
                    new OnnxTextEncoder(bundle),
                    bundle.templates(),
                    calibrated.model().calibration(),
                    settings.interval());
        }
    }

    /**
     * Arms a query, or gives the one that was armed for another task.
     *
     * @param sequence of its control record
     * @throws ModelException.NoVector if the model has no vector for one of its texts
     */
    public synchronized ArmedQuery arm(QueryRequest request, long sequence) {
        return armed.computeIfAbsent(request, this::arm).at(sequence);
    }

    private ArmedQuery arm(QueryRequest request) {
        List<ArmedStep> steps = request.steps().stream().map(this::arm).toList();
        List<Term> labels = terms(request.labels());
        return new ArmedQuery(request, steps, labels, cold(request, steps), 0);
    }

    private ArmedStep arm(QueryStep step) {
        List<Term> all = new ArrayList<>();
        all.add(term(step.text()));
        all.addAll(terms(step.and()));
        return new ArmedStep(all, terms(step.not()), step.withinMs());
    }

    private List<Term> terms(List<String> texts) {
        return texts.stream().map(this::term).toList();
    }

    private Term term(String text) {
        return calibration.term(encoder.encode(text));
    }

    /** Labels are told apart from each other, and promise nothing. */
    private ArmedQuery.ColdThreshold cold(QueryRequest request, List<ArmedStep> steps) {
        if (steps.isEmpty()) {
            return null;
        }
        Term main = steps.get(0).all().get(0);
        double evidence =
                request.threshold() == null
                        ? calibration.coldEnter(request.alarmBudgetPerDay(), interval)
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
