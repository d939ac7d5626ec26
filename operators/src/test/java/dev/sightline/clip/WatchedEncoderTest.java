// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.clip.SickEncoder.Illness;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatchedEncoderTest {

    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private static final List<byte[]> PICTURES =
            List.of(SickEncoder.picture(3), SickEncoder.picture(4));

    private long nanos;
    private final SickEncoder encoder = new SickEncoder();
    private final WatchedEncoder watched =
            new WatchedEncoder(
                    encoder,
                    new Canary(
                            List.of(SickEncoder.reference(1), SickEncoder.reference(2)),
                            INTERVAL,
                            () -> nanos));

    @Test
    void aReferencePictureGoesWithTheBatchWhenItIsDue() {
        assertThat(watched.encode(PICTURES))
                .isDeepEqualTo(new float[][] {SickEncoder.vector(3), SickEncoder.vector(4)});
        assertThat(encoder.batch()).isEqualTo(3);
        watched.encode(PICTURES);
        assertThat(encoder.batch()).isEqualTo(2);
        nanos += INTERVAL.toNanos();
        watched.encode(PICTURES);
        assertThat(encoder.batch()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aSickModelFailsWithTheBatchThatIsChecked(Illness illness) {
        watched.encode(PICTURES);
        encoder.suffer(illness);
        nanos += INTERVAL.toNanos();
        assertThatThrownBy(() -> watched.encode(PICTURES))
                .isInstanceOf(ModelException.WrongVector.class)
                .hasMessageContaining("picture-2.png");
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aSickModelFailsWithoutABatch(Illness illness) {
        encoder.suffer(illness);
        assertThatThrownBy(watched::check).isInstanceOf(ModelException.WrongVector.class);
    }

    @Test
    void aCheckThatIsNotDueCostsNothing() {
        watched.check();
        encoder.suffer(Illness.CONSTANT);
        watched.check();
        assertThat(encoder.batch()).isEqualTo(1);
    }

    @Test
    void aBatchThatFailsIsNotTheModelsFaultIfTheReferencePictureIsWell() {
        ImageEncoder picky =
                new ImageEncoder() {
                    @Override
                    public float[][] encode(List<byte[]> pictures) {
                        if (pictures.size() > 1) {
                            throw new ModelException.NoVector("poison");
                        }
                        return encoder.encode(pictures);
                    }

                    @Override
                    public void close() {}
                };
        Canary canary = new Canary(List.of(SickEncoder.reference(1)), INTERVAL, () -> nanos);
        assertThatThrownBy(() -> new WatchedEncoder(picky, canary).encode(PICTURES))
                .isInstanceOf(ModelException.NoVector.class)
                .hasMessage("poison");
        assertThat(canary.isDue()).isFalse();
    }
}
