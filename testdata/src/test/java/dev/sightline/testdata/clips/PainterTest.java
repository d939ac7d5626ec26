// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PainterTest {

    /** Its place in red and green, its time in blue. */
    private static final Painter PLACE =
            (x, y, seconds) ->
                    (int) Math.round(x * 100) << 16
                            | (int) Math.round(y * 100) << 8
                            | (int) Math.round(seconds * 10);

    @Test
    void movesTheViewAsItIsTold() {
        Painter moved = PLACE.moved(Motion.steady(0.1, 0.1), Motion.at(0.2));
        assertThat(moved.colour(0.3, 0.3, 1)).isEqualTo(0x32320a);
    }

    @Test
    void magnifiesAroundTheMiddle() {
        Painter zoomed = PLACE.zoomed(Motion.at(2));
        assertThat(zoomed.colour(Painter.MIDDLE, 0.5, 0)).isEqualTo(0x593200);
        assertThat(zoomed.colour(Painter.MIDDLE, 0.9, 0)).isEqualTo(0x594600);
    }

    @Test
    void holdsPicturesForAWhile() {
        Painter held = PLACE.held(2.0 / 25);
        assertThat(held.colour(0.1, 0.1, 0.12)).isEqualTo(PLACE.colour(0.1, 0.1, 0.08));
        assertThat(held.colour(0.1, 0.1, 0.16)).isEqualTo(PLACE.colour(0.1, 0.1, 0.16));
    }

    @Test
    void blursOnlyWhileTheShutterIsSlow() {
        Painter blurred = PLACE.panned(1, 0).blurred(0.2, 1, 2);
        assertThat(blurred.colour(0, 0, 0.5)).isEqualTo(0x320005);
        assertThat(blurred.colour(0, 0, 1) >> 16).isBetween(88, 94);
    }

    @Test
    void cutsOffWhatIsTooBright() {
        assertThat(Painters.colour(0x804000).exposed(Motion.at(3)).colour(0, 0, 0))
                .isEqualTo(0xffc000);
    }

    @Test
    void grainsEachMomentInAnotherWay() {
        Painter grained = Painters.colour(0x808080).grained(1, 10);
        assertThat(grained.paint(16, 9, 0).rgb()).isNotEqualTo(grained.paint(16, 9, 0.04).rgb());
        assertThat(grained.colour(0.5, 0.5, 0) & 0xff).isBetween(118, 138);
    }

    @Test
    void hidesWhatIsBehind() {
        Painter shot =
                Painters.colour(0xff0000)
                        .behind(
                                Painters.colour(0x00ff00),
                                Mask.disc(Motion.at(0.5), Motion.at(0.5), 0.2));
        assertThat(shot.colour(0.5, 0.6, 0)).isEqualTo(0x00ff00);
        assertThat(shot.colour(0.5, 0.8, 0)).isEqualTo(0xff0000);
    }

    @Test
    void showsAMaskForSomeTimeOnly() {
        Mask bars = Mask.bars(Motion.at(0.1)).between(1, 2);
        assertThat(bars.share(0, 0.05, 1)).isEqualTo(1);
        assertThat(bars.share(0, 0.5, 1)).isZero();
        assertThat(bars.share(0, 0.05, 2)).isZero();
    }

    @Test
    void writesDotsInsideItsLineOnly() {
        Mask writing = Mask.writing(1, 4, 0.2).moved(Motion.at(0.1), Motion.at(0.1));
        double sum = 0;
        for (double x = 0.005; x < 1; x += 0.01) {
            sum += writing.share(x, 0.2, 0);
            assertThat(writing.share(x, 0.35, 0)).isZero();
        }
        assertThat(sum).isBetween(15.0, 55.0);
    }

    @Test
    void easesFromOneValueToAnother() {
        assertThat(Motion.eased(1, 3, 2, 4).applyAsDouble(1)).isEqualTo(1);
        assertThat(Motion.eased(1, 3, 2, 4).applyAsDouble(3)).isEqualTo(2, within(1e-9));
        assertThat(Motion.eased(1, 3, 2, 4).applyAsDouble(5)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Photograph.class)
    void showsAPhotographMirroredBeyondItsEdges(Photograph photograph) {
        Painter painter = photograph.painter();
        assertThat(painter.colour(-0.2, 0.3, 0)).isEqualTo(painter.colour(0.2, 0.3, 0));
        assertThat(photograph.part(0.1, 0.2, 0.5).colour(0.4, 0.4, 0))
                .isEqualTo(painter.colour(0.1 + 0.4 * 0.5, 0.2 + 0.4 * 0.5, 0));
    }
}
