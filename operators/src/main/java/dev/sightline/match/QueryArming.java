// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.Device;
import dev.sightline.clip.ImageEncoder;
import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.ModelException;
import dev.sightline.clip.OnnxImageEncoder;
import dev.sightline.clip.OnnxTextEncoder;
import dev.sightline.clip.QueryTextEncoder;
import dev.sightline.clip.SharedModels;
import dev.sightline.clip.TextEncoder;
import dev.sightline.clip.VectorBank;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import dev.sightline.video.access.AccessRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes queries ready to match: text to vector to thresholds. Owns a text tower, which the tasks of
 * a process share. Thread-safe.
 */
final class QueryArming implements AutoCloseable {

    /** More queries than a job may reasonably have; what is forgotten is armed again. */
    private static final int REMEMBERED = 1024;

    private static final SharedModels<ArmingSettings, QueryArming> SHARED =
            new SharedModels<>(Duration.ZERO, QueryArming::close);

    private final TextEncoder tower;
    private final StepEncoder encoder;
    private final Background background;
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
     * @param encoder uses it
     * @param background to calibrate with
     * @param interval distance of samples
     */
    QueryArming(TextEncoder tower, StepEncoder encoder, Background background, Duration interval) {
        this.tower = tower;
        this.encoder = encoder;
        this.background = background;
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
        VectorBank bank =
                bundle.background()
                        .orElseThrow(
                                () ->
                                        new ModelException(
                                                settings.modelPath()
                                                        + " has no background vectors, so no query"
                                                        + " can be calibrated; add a background"
                                                        + " file to the bundle"));
        TextEncoder tower = new OnnxTextEncoder(bundle);
        return new QueryArming(
                tower,
                new StepEncoder(
                        new QueryTextEncoder(tower, bundle.templates()),
                        new PictureFetch(AccessRules.forRegistered(settings.allowed())),
                        bundle.geometry(),
                        rgb -> encode(bundle, rgb)),
                new Background(bank.values(), bank.dimension()),
                settings.interval());
    }

    /** Few queries have a picture: the tower is loaded for one, rather than kept. */
    private static float[] encode(ModelBundle bundle, byte[] rgb) {
        try (ImageEncoder tower = new OnnxImageEncoder(bundle, Device.CPU, 1)) {
            return tower.encode(List.of(rgb))[0];
        }
    }

    /**
     * Arms a query, or gives the one that was armed for another task.
     *
     * @param sequence of its control record
     * @throws MalformedRequest.Unsupported if it asks for what cannot be done
     * @throws ModelException.NoVector if the model has no vector for its text
     */
    synchronized ArmedQuery arm(QueryRequest request, long sequence)
            throws MalformedRequest.Unsupported {
        ServedQueries.check(request);
        ArmedQuery known = armed.get(request);
        if (known == null) {
            known = arm(request);
            armed.put(request, known);
        }
        return known.at(sequence);
    }

    private ArmedQuery arm(QueryRequest request) throws MalformedRequest.Unsupported {
        float[] vector = encoder.positive(request.steps().get(0));
        Calibration calibration = new Calibration(background.distribution(vector), interval);
        Thresholds thresholds =
                request.threshold() == null
                        ? calibration.within(request.alarmBudgetPerDay())
                        : calibration.at(request.threshold());
        return new ArmedQuery(
                request, vector, calibration.background(), thresholds, interval.toMillis(), 0);
    }

    @Override
    public void close() {
        tower.close();
    }
}
