// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What scores mean on one stream, and learns as it goes on. Not for several threads.
 *
 * <p>Evidence is what a term's cosine with a picture deviates from what it usually is on this
 * stream, in spreads, less half of what the control group does.
 */
public final class StreamCalibration {

    private final ModelCalibration model;
    private final Duration interval;
    private final Map<Long, TermBackground> backgrounds = new HashMap<>();
    private final List<TermBackground> control = new ArrayList<>();
    private StreamPictures pictures;
    private FalseAlarms falseAlarms;

    /**
     * @param model calibration of the model that the vectors are from
     * @param interval distance of samples; greater than 0
     * @param learnt what was learnt of the stream, or null
     */
    public StreamCalibration(ModelCalibration model, Duration interval, StreamBackground learnt) {
        this.model = model;
        this.interval = interval;
        this.pictures = learnt == null ? StreamPictures.NONE : learnt.pictures();
        this.falseAlarms =
                learnt == null ? FalseAlarms.none(model.control().size()) : learnt.falseAlarms();
        readControl();
    }

    private void readControl() {
        control.clear();
        for (Term sentence : model.control().terms()) {
            control.add(pictures.background(sentence));
        }
    }

    /** How much a unit vector of this stream matches sentences that nobody asked for. */
    public Reading read(float[] vector) {
        return model.control().read(vector, control);
    }

    /**
     * The evidence that a picture shows a term.
     *
     * @param cosine of both
     * @param reading of the same picture
     */
    public double evidence(Term term, double cosine, Reading reading) {
        return reading.evidence(background(term).deviations(cosine));
    }

    /** The cosine that gives so much evidence with a picture. */
    public double cosine(Term term, double evidence, Reading reading) {
        TermBackground background = background(term);
        return background.location() + background.spread() * reading.deviations(evidence);
    }

    private TermBackground background(Term term) {
        return backgrounds.computeIfAbsent(term.id(), id -> pictures.background(term));
    }

    /** Expected false alarms a day, of a query of which nothing else is known. */
    public double expectedPerDay(double evidence) {
        return Levels.at(this::perDay, evidence);
    }

    /** Not rising: where episodes at a low level join, it still has those of higher ones. */
    private double perDay(int level) {
        double most = 0;
        for (int i = level; i < Levels.COUNT; i++) {
            most = Math.max(most, falseAlarms.perDay(i, model.expectedPerDay(i, interval)));
        }
        return most;
    }

    /**
     * The lowest evidence whose expected false alarms are within a budget.
     *
     * @param falseAlarmsPerDay how many are bearable; greater than 0
     */
    public double enter(double falseAlarmsPerDay) {
        return Levels.within(this::perDay, falseAlarmsPerDay);
    }

    /**
     * Takes in a sample, after the queries were compared with it.
     *
     * @param vector the sample's unit vector
     * @param sample its reading
     * @param window reading of the mean of the latest samples of the scene
     * @param shown ids of the terms whose queries match the sample, rising; it does not become a
     *     background of theirs
     */
    public void learn(float[] vector, Reading sample, Reading window, long[] shown) {
        float[] evidence = sample.control().clone();
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] = Math.max(evidence[i], window.control()[i]);
        }
        falseAlarms = falseAlarms.after(evidence, interval.toMillis());
        long before = pictures.generation();
        pictures = pictures.with(vector, shown);
        if (pictures.generation() != before) {
            backgrounds.clear();
            readControl();
        }
    }

    /** After a break in the stream: what is before it is no neighbour of what comes. */
    public void interrupted() {
        falseAlarms = falseAlarms.interrupted();
    }

    /** What has been learnt so far. */
    public StreamBackground learnt() {
        return new StreamBackground(pictures, falseAlarms);
    }
}
