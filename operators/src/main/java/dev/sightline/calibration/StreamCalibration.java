// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What scores mean on one stream, and learns as it goes on. Not for several threads.
 *
 * <p>Evidence is what a term's cosine with a picture deviates from what it usually is on this
 * stream, in spreads, less half of what the control group does.
 */
public final class StreamCalibration {

    private final ModelCalibration model;
    private final Duration interval;
    private final List<TermBackground> control = new ArrayList<>();
    private StreamPictures pictures;
    private Backgrounds backgrounds;
    private Backgrounds upcoming;
    private FalseAlarms falseAlarms;
    private AlarmRates rates;

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
        rates = rates();
        take(new Backgrounds(pictures));
    }

    private AlarmRates rates() {
        return new AlarmRates(
                level -> falseAlarms.perDay(level, model.expectedPerDay(level, interval)));
    }

    private void take(Backgrounds next) {
        backgrounds = next;
        upcoming = null;
        control.clear();
        for (Term sentence : model.control().terms()) {
            control.add(backgrounds.of(sentence));
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
        return reading.evidence(background(term), cosine);
    }

    /** The cosine that gives so much evidence with a picture. */
    public double cosine(Term term, double evidence, Reading reading) {
        return reading.cosine(background(term), evidence);
    }

    /** How a term scores on this stream where it does not show; until the next generation. */
    public TermBackground background(Term term) {
        return backgrounds.of(term);
    }

    /** Forgets the backgrounds of terms that nobody asks for any more: of all but these. */
    public void retain(Set<Long> termIds) {
        backgrounds.retain(termIds);
        if (upcoming != null) {
            upcoming.retain(termIds);
        }
    }

    /**
     * Among how many samples the work for the next generation is to be shared out, the latest one
     * included; 0 while there is none. Who {@link #prepare}s nothing pays for all at once.
     */
    public int samplesToPrepare() {
        return pictures.isPreparing() ? pictures.samplesLeft() : 0;
    }

    /** Computes the background that a term will have in the next generation. */
    public void prepare(Term term) {
        if (upcoming == null) {
            upcoming = new Backgrounds(pictures.next());
        }
        upcoming.of(term);
    }

    /** Grows when the backgrounds of terms have changed. */
    public long generation() {
        return pictures.generation();
    }

    /** The published score, 0 to 1, which never falls as the evidence rises. */
    public double score(double evidence) {
        return model.score(evidence);
    }

    /** Expected false alarms a day at some evidence, of a query of which nothing else is known. */
    public double expectedPerDay(double evidence) {
        return rates.expectedPerDay(evidence);
    }

    /**
     * The lowest evidence, 0 or more, whose expected false alarms are within a budget.
     *
     * @param falseAlarmsPerDay how many are bearable; greater than 0
     */
    public double enter(double falseAlarmsPerDay) {
        return rates.enter(falseAlarmsPerDay);
    }

    /**
     * The same for a query of which false alarms are known; these come on top of what is expected.
     *
     * @param wrong matches of the query on this stream that a user called wrong
     * @param watched for how long the query has been watched; a wrong match says at most one a day
     */
    public double enter(double falseAlarmsPerDay, List<WrongMatch> wrong, Duration watched) {
        return rates.enter(falseAlarmsPerDay, wrong, watched);
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
        rates = rates();
        long before = pictures.generation();
        pictures = pictures.with(vector, shown);
        if (pictures.generation() != before) {
            take(upcoming == null ? new Backgrounds(pictures) : upcoming);
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
