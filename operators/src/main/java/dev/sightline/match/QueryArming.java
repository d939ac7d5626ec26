// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.ModelException;
import dev.sightline.clip.OnnxTextEncoder;
import dev.sightline.clip.QueryTextEncoder;
import dev.sightline.clip.VectorBank;
import dev.sightline.event.QueryRequest;
import java.nio.file.Path;
import java.time.Duration;

/** Makes queries ready to match: text to vector to thresholds. Owns a text tower; one thread. */
public final class QueryArming implements AutoCloseable {

    private final OnnxTextEncoder tower;
    private final QueryTextEncoder encoder;
    private final Background background;
    private final Duration interval;

    /**
     * Loads the text tower and the background.
     *
     * @param modelPath folder of the bundle
     * @param interval distance of samples
     * @throws ModelException if the bundle cannot be used, or has no background to calibrate with
     */
    public QueryArming(String modelPath, Duration interval) {
        ModelBundle bundle = ModelBundle.load(Path.of(modelPath));
        VectorBank bank =
                bundle.background()
                        .orElseThrow(
                                () ->
                                        new ModelException(
                                                modelPath
                                                        + " has no background vectors, so no query"
                                                        + " can be calibrated; add a background"
                                                        + " file to the bundle"));
        this.background = new Background(bank.values(), bank.dimension());
        this.tower = new OnnxTextEncoder(bundle);
        this.encoder = new QueryTextEncoder(tower, bundle.manifest().templates());
        this.interval = interval;
    }

    /**
     * Arms a query.
     *
     * @param sequence of its control record
     */
    public ArmedQuery arm(QueryRequest request, long sequence) {
        float[] vector = encoder.encode(request.text());
        Calibration calibration = new Calibration(background.distribution(vector), interval);
        Thresholds thresholds =
                request.threshold() == null
                        ? calibration.within(request.alarmBudgetPerDay())
                        : calibration.at(request.threshold());
        return new ArmedQuery(
                request,
                vector,
                calibration.background(),
                thresholds,
                interval.toMillis(),
                sequence);
    }

    @Override
    public void close() {
        tower.close();
    }
}
