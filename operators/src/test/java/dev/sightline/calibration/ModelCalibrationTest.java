// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.OnnxTextEncoder;
import dev.sightline.clip.QueryTextEncoder;
import dev.sightline.clip.VectorBank;
import dev.sightline.testdata.repository.Repository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the bundled model: made with the even pictures of its bank, tried on the odd ones. */
class ModelCalibrationTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final List<String> UNSEEN =
            List.of(
                    "a goat in a bank",
                    "a bride on an escalator",
                    "a canoe under a bridge",
                    "a candle during a power cut",
                    "a loaf of bread on a runway",
                    "a marching band in a swamp",
                    "a chess board at dawn",
                    "an owl in a church",
                    "a map behind glass",
                    "a wheelbarrow in heavy rain");

    private static VectorBank odd;
    private static ModelCalibration calibration;
    private static List<Term> unseen;
    private static Term cat;

    @BeforeAll
    static void calibrate() {
        ModelBundle bundle = ModelBundle.load(Repository.model());
        VectorBank bank = bundle.background().orElseThrow();
        odd = everySecond(bank, 1);
        try (OnnxTextEncoder tower = new OnnxTextEncoder(bundle)) {
            QueryTextEncoder encoder = new QueryTextEncoder(tower, bundle.templates());
            VectorBank control =
                    bundle.control(ControlGroup.phrases(bundle.templates())).orElseThrow();
            calibration = ModelCalibration.of(everySecond(bank, 0), control);
            unseen = UNSEEN.stream().map(encoder::encode).map(calibration::term).toList();
            cat = calibration.term(encoder.encode("a cat"));
        }
    }

    private static VectorBank everySecond(VectorBank bank, int first) {
        List<float[]> vectors = new ArrayList<>();
        for (int row = first; row < bank.count(); row += 2) {
            vectors.add(bank.vector(row));
        }
        return VectorBank.of(vectors, bank.dimension());
    }

    @Test
    void unseenPicturesReachALevelAsOftenAsItSays() {
        StreamCalibration stream = new StreamCalibration(calibration, SECOND, null);
        int[] reached = new int[3];
        for (int row = 0; row < odd.count(); row++) {
            float[] picture = odd.vector(row);
            Reading reading = stream.read(picture);
            float[] cosines =
                    VectorBank.of(unseen.stream().map(Term::vector).toList(), odd.dimension())
                            .cosines(picture);
            for (int i = 0; i < cosines.length; i++) {
                double evidence = stream.evidence(unseen.get(i), cosines[i], reading);
                for (int level = 0; level < 3; level++) {
                    reached[level] += evidence >= 1 + level ? 1 : 0;
                }
            }
        }
        int readings = odd.count() * unseen.size();
        for (int level = 0; level < 3; level++) {
            double expected = calibration.tail(1 + level) * readings;
            assertThat((double) reached[level]).isBetween(expected / 2, expected * 2);
        }
    }

    @Test
    void theBundleBringsTheControlGroupThatItsTowerGives() {
        ModelBundle bundle = ModelBundle.load(Repository.model());
        VectorBank stored = bundle.control(ControlGroup.phrases(bundle.templates())).orElseThrow();
        assertThat(stored.count()).isEqualTo(256);
        try (OnnxTextEncoder tower = new OnnxTextEncoder(bundle)) {
            float[] first =
                    new QueryTextEncoder(tower, bundle.templates()).encode("a balloon in the rain");
            assertThat(stored.cosines(first)[0]).isCloseTo(1, within(1e-4f));
        }
        assertThat(bundle.control("sha256:of others")).isEmpty();
    }

    @Test
    void aSmallerBudgetAsksForMore() {
        double last = 0;
        for (double budget : new double[] {1000, 100, 10, 1, 0.1, 0.001, 1e-6}) {
            double enter = calibration.coldEnter(budget, SECOND);
            assertThat(enter).isGreaterThan(last);
            last = enter;
        }
        assertThat(calibration.coldEnter(10, Duration.ofSeconds(10)))
                .as("fewer samples a day")
                .isLessThan(calibration.coldEnter(10, SECOND));
    }

    @Test
    void theScoreRisesWithTheEvidence() {
        double last = 0;
        for (double evidence = -3; evidence < 20; evidence += 0.1) {
            double score = calibration.score(evidence);
            assertThat(score).isBetween(0.0, 1.0).isGreaterThanOrEqualTo(last);
            last = score;
        }
        assertThat(last).isGreaterThan(0.99);
    }

    @Test
    void theCosineForSomeEvidenceGivesThatEvidence() {
        StreamCalibration stream = new StreamCalibration(calibration, SECOND, null);
        Reading reading = stream.read(odd.vector(3));
        double cosine = stream.cosine(cat, 4.5, reading);
        assertThat(stream.evidence(cat, cosine, reading)).isCloseTo(4.5, within(1e-9));
        assertThat(calibration.cosine(cat, 4.5)).isCloseTo(cosine, within(0.15));
    }

    @Test
    void aStreamThatAlarmsTheControlGroupOftenAsksForMore() {
        StreamCalibration calm = new StreamCalibration(calibration, SECOND, null);
        StreamCalibration busy = new StreamCalibration(calibration, SECOND, null);
        float[] nothing = odd.vector(0);
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            learn(calm, nothing);
            // Another picture every two seconds.
            if (i % 2 == 0) {
                float[] next = odd.vector(random.nextInt(odd.count()));
                learn(busy, next);
                learn(busy, next);
            }
        }
        assertThat(calm.enter(10)).isLessThan(calibration.coldEnter(10, SECOND));
        assertThat(busy.enter(10)).isGreaterThan(calibration.coldEnter(10, SECOND));
        assertThat(busy.expectedPerDay(busy.enter(10))).isCloseTo(10, within(0.1));
        StreamCalibration again = new StreamCalibration(calibration, SECOND, busy.learnt());
        assertThat(again.enter(10)).isEqualTo(busy.enter(10));
    }

    private static void learn(StreamCalibration stream, float[] vector) {
        Reading reading = stream.read(vector);
        stream.learn(vector, reading, reading, new long[0]);
    }

    @Test
    void aConfirmedFalseAlarmRaisesItsQuerysThresholdForADayOrSo() {
        StreamCalibration stream = new StreamCalibration(calibration, SECOND, null);
        double enter = stream.enter(1);
        List<WrongMatch> wrong = List.of(new WrongMatch(enter + 1));
        double once = stream.enter(1, wrong, Duration.ofHours(2));
        assertThat(once).isGreaterThan(enter + 0.7);
        assertThat(stream.enter(1, wrong, Duration.ofDays(20))).isLessThan(enter + 0.3);
        assertThat(stream.enter(10, wrong, Duration.ofHours(2)))
                .as("one of ten that are bearable")
                .isLessThan(stream.enter(10) + 0.3);
    }

    @Test
    void whatIsNoBankIsRefused() {
        VectorBank few = new VectorBank(2, new float[20]);
        assertThatThrownBy(() -> ModelCalibration.of(few, few))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10 pictures");
    }
}
