// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sightline.calibration.Reading;
import dev.sightline.calibration.StreamCalibration;
import dev.sightline.calibration.Term;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
        StreamCalibration calibration =
                new StreamCalibration(ReelMatches.CALIBRATION, Duration.ofSeconds(1), null);
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

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
