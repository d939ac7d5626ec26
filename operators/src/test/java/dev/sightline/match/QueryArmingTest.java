// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.calibration.ModelCalibration;
import dev.sightline.clip.QueryTextEncoder;
import dev.sightline.clip.TextEncoder;
import dev.sightline.clip.VectorBank;
import dev.sightline.event.BudgetScope;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.QueryStep;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.access.AccessRules;
import dev.sightline.video.access.AllowedHosts;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryArmingTest {

    private static final QueryRequest CAT = QueryRequest.ofText("cats", "a cat", 1);

    private final List<String> encoded = new CopyOnWriteArrayList<>();
    private final Tower tower = new Tower();
    private final QueryArming arming =
            new QueryArming(tower, encoder(), calibration(), Duration.ofSeconds(1));
    private boolean closed;

    private final class Tower implements TextEncoder {
        @Override
        public float[] encode(String phrase) {
            encoded.add(phrase);
            return new float[] {1, 0};
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private StepEncoder encoder() {
        return new StepEncoder(
                new QueryTextEncoder(tower, List.of("{}")),
                new PictureFetch(AccessRules.forRegistered(AllowedHosts.NONE)),
                new FrameGeometry(2, 2, FrameGeometry.Fit.SQUASH),
                rgb -> new float[] {0, 1});
    }

    private static ModelCalibration calibration() {
        Random random = new Random(1);
        float[] pictures = new float[2 * 512];
        float[] control = new float[2 * 64];
        fill(pictures, random);
        fill(control, random);
        return ModelCalibration.of(new VectorBank(2, pictures), new VectorBank(2, control));
    }

    private static void fill(float[] values, Random random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
    }

    private ArmedQuery arm(long sequence) {
        try {
            return arming.arm(CAT, sequence);
        } catch (MalformedRequest.Unsupported e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aQueryHasTheSequenceOfItsRecordAndTheVectorOfItsText() {
        ArmedQuery armed = arm(7);
        assertThat(armed.sequence()).isEqualTo(7);
        assertThat(armed.terms().get(0).vector()).containsExactly(1, 0);
        assertThat(encoded).containsExactly("a cat");
    }

    private static QueryRequest shared(double budget, Double threshold, String... streams) {
        return new QueryRequest(
                "cats",
                List.of(QueryStep.ofText("a cat")),
                List.of(),
                List.of(streams),
                budget,
                BudgetScope.QUERY,
                threshold,
                2000,
                10_000,
                1);
    }

    @Test
    void aBudgetForAllStreamsIsSharedByThoseThatAreNamed() throws Exception {
        ArmedQuery.ColdThreshold alone =
                arming.arm(QueryRequest.ofText("cats", "a cat", 8), 1).threshold();
        QueryRequest four = shared(32, null, "a", "b", "c", "d", "a");
        assertThat(arming.arm(four, 1).threshold()).isEqualTo(alone);
        assertThat(alone.falseAlarmsPerDay()).isCloseTo(8, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"gate-*, how many streams a pattern matches", ", how many streams there will be"})
    void aBudgetIsNotSharedByStreamsThatNobodyCanCount(String pattern, String why) {
        QueryRequest query = pattern == null ? shared(1, null) : shared(1, null, "gate-1", pattern);
        assertThatThrownBy(() -> arming.arm(query, 1))
                .isInstanceOf(MalformedRequest.Unsupported.class)
                .hasMessageContaining(why)
                .hasMessageContaining("name each in 'streams'");
    }

    @Test
    void whereNoBudgetDecidesItsScopeDoesNotMatter() throws Exception {
        assertThat(arming.arm(shared(1, 0.5), 1).threshold().cosine()).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void closesItsTower() {
        arming.close();
        assertThat(closed).isTrue();
    }
}
