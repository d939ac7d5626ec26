// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.clip.ModelBundle;
import dev.sightline.event.Topic;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.video.Sample;
import dev.sightline.video.TimelineRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The first hours of a simulated day. */
@Timeout(120)
class SimulationTest {

    private static final double TOLERANCE = 0.05;

    /** What {@link Hoarder} keeps; static, since Flink serializes what it is given. */
    private static final List<byte[]> HOARD = new ArrayList<>();

    /** Leaves something behind for each sample. */
    private static final class Hoarder extends StubEncoder {

        private static final long serialVersionUID = 1L;

        Hoarder(float[][] subjects) {
            super(subjects);
        }

        @Override
        public void asyncInvoke(TimelineRecord input, ResultFuture<TimelineRecord> result) {
            if (input instanceof Sample) {
                HOARD.add(new byte[4096]);
            }
            super.asyncInvoke(input, result);
        }
    }

    @AfterEach
    void forget() {
        HOARD.clear();
    }

    private static List<Measurement> run(
            Duration length, Duration step, Function<float[][], StubEncoder> encoder)
            throws Exception {
        DayRun run = new DayRun(length, step);
        ModelBundle bundle = ModelBundle.load(Repository.model());
        return new Simulation(bundle, run, 1).measure(encoder, measured -> {});
    }

    @Test
    void twoHoursLeaveNothingInHeapOrStateThoughMuchHappens() throws Exception {
        List<Measurement> measured =
                run(Duration.ofHours(2), Duration.ofMinutes(10), StubEncoder::new);
        assertThat(Flatness.of(measured, TOLERANCE))
                .filteredOn(each -> !each.name().equals("resident"))
                .hasSize(2)
                .allMatch(Flatness::isFlat);
        Measurement last = measured.get(measured.size() - 1);
        assertThat(last.samples()).isBetween(6900L, 7190L);
        assertThat(last.events().get(Topic.EMBEDDINGS)).isEqualTo(last.samples());
        assertThat(last.events().get(Topic.SCENE_CHANGES)).isGreaterThan(50);
        assertThat(last.events().get(Topic.QUERY_MATCHES)).isGreaterThan(20);
        assertThat(last.events().get(Topic.QUERY_STATUS)).isEqualTo(2);
        assertThat(last.events().get(Topic.ERRORS)).as("outages").isGreaterThanOrEqualTo(2);
        assertThat(last.stateBytes()).isGreaterThan(Day.PREVIEW_BYTES);
    }

    @Test
    void whatKeepsSomethingOfEachSampleIsFound() throws Exception {
        List<Measurement> measured = run(Duration.ofHours(1), Duration.ofMinutes(5), Hoarder::new);
        assertThat(Flatness.of(measured, TOLERANCE))
                .filteredOn(each -> each.name().equals("heap"))
                .singleElement()
                .matches(each -> !each.isFlat());
    }
}
