// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sightline.calibration.Reading;
import dev.sightline.calibration.StreamBackground;
import dev.sightline.calibration.StreamCalibration;
import dev.sightline.calibration.Term;
import dev.sightline.calibration.TermBackground;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamQueriesTest {

    private static final int DIMENSION = ReelMatches.BUNDLE.dimension();

    private static Term axis(int axis) {
        float[] vector = new float[DIMENSION];
        vector[axis] = 1;
        return ReelMatches.CALIBRATION.term(vector);
    }

    private static ArmedQuery two(String id, int axis, String... streams) {
        ArmedQuery one = TestQueries.text(id, axis(axis), streams);
        ArmedStep step = new ArmedStep(List.of(axis(axis)), List.of(axis(axis + 1)), 0);
        return new ArmedQuery(one.request(), List.of(step), List.of(), one.threshold(), 0);
    }

    private static final ActiveQueries ALL =
            new ActiveQueries(
                    List.of(
                            two("everywhere", 0),
                            two("elsewhere", 2, "other"),
                            two("gates", 4, "gate-*")));

    private static List<String> ids(StreamQueries queries) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < queries.count(); i++) {
            ids.add(queries.query(i).request().id() + " " + queries.firstRow(i));
        }
        return ids;
    }

    @Test
    void holdsThoseThatAreForTheStream() {
        assertThat(ids(new StreamQueries(ALL, "gate-1")))
                .containsExactly("everywhere 0", "gates 2");
        assertThat(ids(new StreamQueries(ALL, "other")))
                .containsExactly("everywhere 0", "elsewhere 2");
        assertThat(ids(new StreamQueries(ALL, "x"))).containsExactly("everywhere 0");
        assertThat(ids(new StreamQueries(new ActiveQueries(List.of()), "x"))).isEmpty();
    }

    @Test
    void scoresTheirTermsAndNoOthers() {
        StreamCalibration calibration = calibration(null);
        float[] vector = new float[DIMENSION];
        vector[0] = 0.6f;
        vector[5] = 0.8f;
        Reading reading = calibration.read(vector);
        SampleScores scores = new StreamQueries(ALL, "gate-1").scores(vector, reading, calibration);
        assertThat(scores.cosines()).containsExactly(0.6f, 0, 0, 0.8f);
        assertThat(scores.backgrounds())
                .containsExactly(
                        axis(0).background(),
                        axis(1).background(),
                        axis(4).background(),
                        axis(5).background());
    }

    @Test
    void aStreamThatSomeAreNotForHasNoVectorsOfItsOwn() {
        List<ArmedQuery> many = new ArrayList<>(List.of(two("elsewhere", 0, "other")));
        for (int i = 0; i < 1000; i++) {
            many.add(TestQueries.text("q" + i, axis(i % DIMENSION), 1));
        }
        ActiveQueries all = new ActiveQueries(many);
        new StreamQueries(all, "x");
        long before = allocated();
        StreamQueries its = new StreamQueries(all, "x");
        long bytes = allocated() - before;
        assertThat(its.count()).isEqualTo(1000);
        assertThat(bytes).isLessThan(1000L * DIMENSION * Float.BYTES / 2);
    }

    private static StreamCalibration calibration(StreamBackground learnt) {
        return new StreamCalibration(ReelMatches.CALIBRATION, Duration.ofSeconds(1), learnt);
    }

    /** Takes different pictures in, the queries sharing out their work where they are told to. */
    private static void learn(
            StreamCalibration calibration, StreamQueries queries, int from, int to) {
        for (int i = from; i < to; i++) {
            Random random = new Random(i);
            float[] vector = new float[DIMENSION];
            for (int j = 0; j < DIMENSION; j++) {
                vector[j] = (float) (random.nextGaussian() / Math.sqrt(DIMENSION));
            }
            Reading reading = calibration.read(vector);
            queries.scores(vector, reading, calibration);
            calibration.learn(vector, reading, reading, new long[0]);
            queries.prepare(calibration);
        }
    }

    @Test
    void ofQueriesThatAreGoneNoBackgroundIsKept() {
        StreamCalibration calibration = calibration(null);
        learn(calibration, new StreamQueries(ALL, "gate-1"), 0, 400);
        TermBackground everywhere = calibration.background(axis(0));
        TermBackground gates = calibration.background(axis(4));
        scores(calibration, new StreamQueries(new ActiveQueries(List.of(two("g", 4))), "gate-1"));
        assertThat(calibration.background(axis(4))).isSameAs(gates);
        assertThat(calibration.background(axis(0))).isNotSameAs(everywhere).isEqualTo(everywhere);
    }

    private static SampleScores scores(StreamCalibration calibration, StreamQueries queries) {
        float[] vector = axis(0).vector();
        return queries.scores(vector, calibration.read(vector), calibration);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 302, 305, 308})
    void aSavepointInTheMiddleOfASharedOutWorkChangesNothing(int at) {
        StreamQueries queries = new StreamQueries(ALL, "gate-1");
        StreamCalibration whole = calibration(null);
        learn(whole, queries, 0, at);
        StreamQueries others = new StreamQueries(ALL, "gate-1");
        StreamCalibration restored = calibration(whole.learnt());
        for (int i = at; i < at + 40; i++) {
            learn(whole, queries, i, i + 1);
            learn(restored, others, i, i + 1);
            assertThat(scores(restored, others).backgrounds())
                    .isEqualTo(scores(whole, queries).backgrounds());
        }
        assertThat(restored.generation()).isEqualTo(whole.generation()).isGreaterThan(9);
    }

    @Test
    void theWorkForTheNextGenerationIsSharedOutEvenly() {
        List<ArmedQuery> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(TestQueries.text("q" + i, axis(i), 1));
        }
        StreamQueries queries = new StreamQueries(new ActiveQueries(many), "x");
        StreamCalibration calibration = calibration(null);
        int next = 0;
        while (next < 300 || calibration.samplesToPrepare() == 0) {
            learn(calibration, queries, next, next + 1);
            next++;
        }
        int samples = calibration.samplesToPrepare();
        assertThat(samples).isGreaterThan(4);
        List<Integer> shares = new ArrayList<>();
        for (int before = 200 / samples; calibration.samplesToPrepare() > 1; next++) {
            learn(calibration, queries, next, next + 1);
            shares.add(queries.prepared() - before);
            before = queries.prepared();
        }
        assertThat(shares).allMatch(share -> share <= 200 / samples + 1);
        assertThat(queries.prepared()).isEqualTo(200);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
