// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.ModelException;
import dev.sightline.clip.VectorBank;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * What is known of a model before a stream is seen: its bank of pictures and the control group on
 * it. Immutable; one for all queries and streams of a model.
 *
 * <p>Made with one half of the bundled bank and asked for 0.1, 1 and 10 false alarms a day, it gave
 * 0.12, 0.79 and 8.9 for a thousand other sentences on streams of the other half.
 */
public final class ModelCalibration {

    /** Fewer pictures than this say too little about a distribution's left side. */
    public static final int LEAST_PICTURES = 64;

    /** The share of samples that show a query before anything is known about it. */
    private static final double PRIOR = 1e-3;

    /**
     * Of ten samples that reach a level one begins an episode, before a stream is known: shots and
     * what goes on in them last about ten seconds.
     */
    private static final double EPISODE_SHARE = 0.1;

    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    private final VectorBank pictures;
    private final ControlGroup control;
    private final BackgroundTail tail;
    private final double crowd;

    private ModelCalibration(VectorBank pictures, ControlGroup control) {
        this.pictures = pictures;
        this.control = control;
        List<TermBackground> backgrounds = control.backgrounds();
        long[] reached = new long[Levels.COUNT];
        double crowds = 0;
        for (int row = 0; row < pictures.count(); row++) {
            Reading reading = control.read(pictures.vector(row), backgrounds);
            crowds += reading.crowd();
            for (float evidence : reading.control()) {
                for (int level = Levels.reached(evidence); level >= 0; level--) {
                    reached[level]++;
                }
            }
        }
        this.crowd = crowds / pictures.count();
        this.tail = BackgroundTail.of(reached, (long) pictures.count() * control.size());
    }

    /**
     * Calibrates a bundle with its own bank.
     *
     * @param encoder the bundle's text tower, with its phrasings; asked if the bundle does not
     *     bring the control group's vectors, which takes seconds
     * @throws ModelException if the bundle has no pictures to calibrate with, or no fitting ones
     */
    public static ModelCalibration of(ModelBundle bundle, Function<String, float[]> encoder) {
        VectorBank pictures =
                bundle.background()
                        .orElseThrow(
                                () ->
                                        new ModelException(
                                                bundle.folder()
                                                        + " has no background vectors, so no query"
                                                        + " can be calibrated; add a background"
                                                        + " file to the bundle"));
        VectorBank control =
                bundle.control(ControlGroup.phrases(bundle.templates()))
                        .orElseGet(() -> ControlGroup.encoded(encoder, bundle.dimension()));
        try {
            return of(pictures, control);
        } catch (IllegalArgumentException e) {
            throw new ModelException(bundle.folder() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a bank with the control group.
     *
     * @param pictures unit vectors of general pictures, at least {@value #LEAST_PICTURES}
     * @param control vectors of the control group's sentences
     * @throws IllegalArgumentException if the pictures are too few or too much alike
     */
    public static ModelCalibration of(VectorBank pictures, VectorBank control) {
        if (pictures.count() < LEAST_PICTURES) {
            throw new IllegalArgumentException(
                    "a background of "
                            + pictures.count()
                            + " pictures; at least "
                            + LEAST_PICTURES
                            + " are needed");
        }
        return new ModelCalibration(pictures, ControlGroup.of(control, pictures));
    }

    /** Tells it from those of other models and control groups; not 0. */
    public long id() {
        long id = 1;
        for (Term sentence : control.terms()) {
            id = 31 * id + sentence.id();
        }
        return id == 0 ? 1 : id;
    }

    /**
     * Makes a term of a text's or picture's vector.
     *
     * @param vector unit vector
     * @throws IllegalArgumentException if it has another dimension than the bank
     */
    public Term term(float[] vector) {
        return Term.of(vector, TermBackground.of(pictures.cosines(vector)));
    }

    /** The probability that an unrelated picture gives at least this evidence, 0 to 1. */
    public double tail(double evidence) {
        return tail.probability(evidence);
    }

    /**
     * The published score, 0 to 1: the probability that the sample shows what is looked for if one
     * sample in a thousand does. Never falls as the evidence rises.
     */
    public double score(double evidence) {
        double unrelated = tail(evidence);
        return PRIOR / (PRIOR + unrelated);
    }

    /**
     * The lowest evidence whose expected false alarms are within a budget on a stream of which
     * nothing is known.
     *
     * @param falseAlarmsPerDay how many are bearable; greater than 0
     * @param interval distance of samples
     */
    public double coldEnter(double falseAlarmsPerDay, Duration interval) {
        return Levels.within(level -> expectedPerDay(level, interval), falseAlarmsPerDay);
    }

    /** Expected false alarms a day at some evidence, on a stream of which nothing is known. */
    public double coldExpectedPerDay(double evidence, Duration interval) {
        return Levels.at(level -> expectedPerDay(level, interval), evidence);
    }

    /** The evidence of a cosine with a picture that matches as much as most do. */
    public double evidence(Term term, double cosine) {
        return typical().evidence(term.background(), cosine);
    }

    private Reading typical() {
        return new Reading(crowd, new float[0]);
    }

    /** The cosine that gives so much evidence with a picture that matches as much as most do. */
    public double cosine(Term term, double evidence) {
        return typical().cosine(term.background(), evidence);
    }

    /** Expected false alarms a day at a level of the grid, on a stream not known. */
    double expectedPerDay(int level, Duration interval) {
        return tail.share(level) * EPISODE_SHARE * DAY_MS / interval.toMillis();
    }

    /** Sentences that nobody asked for, with their backgrounds. */
    public ControlGroup control() {
        return control;
    }
}
