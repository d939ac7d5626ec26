// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

class MixtureTest {

    private static final Scene SCENE = new Scene(1);
    private static final Thumbnail FIRST = SCENE.view(0, 0);
    private static final Thumbnail SECOND = new Scene(2).view(0, 0);

    private static Mixture mixture(DoubleFunction<Thumbnail> picture) {
        List<Coarse> window = new ArrayList<>();
        for (int i = 0; i <= 10; i++) {
            window.add(Coarse.of(new Frame(i, picture.apply(i / 10.0))));
        }
        Mixture mixture = new Mixture(window);
        assertThat(mixture.fit(2, 1)).isTrue();
        return mixture;
    }

    @Test
    void theSharesOfADissolveRiseEvenlyAndLeaveNothing() {
        Mixture mixture = mixture(share -> Pictures.mixed(FIRST, SECOND, share));
        assertThat(mixture.contrast()).isGreaterThan(10);
        assertThat(mixture.unlikely(0.02)).isFalse();
        assertThat(mixture.fit(0.11, 0.01)).isTrue();
        assertThat(mixture.fit(0.09, 0.01)).isFalse();
        assertThat(mixture.inner()).isBetween(7, 9);
        assertThat(mixture.first(0.04)).isEqualTo(1);
        assertThat(mixture.last(0.96)).isEqualTo(9);
        assertThat(mixture.unmixed(4)).isLessThan(0.01);
    }

    @Test
    void aWipeTakesItsCellsFromTheOneOrTheOther() {
        Mixture mixture = mixture(share -> Pictures.wiped(FIRST, SECOND, share));
        assertThat(mixture.unwiped(8)).isLessThan(0.05);
        assertThat(mixture.fit(0.3, 1)).isTrue();
    }

    @Test
    void motionIsNeither() {
        Mixture mixture = mixture(share -> SCENE.view(40 * share, 0));
        assertThat(mixture.unmixed(8)).isGreaterThan(0.1);
        assertThat(mixture.unwiped(8)).isGreaterThan(0.1);
        assertThat(mixture.unlikely(0.05)).isTrue();
    }

    @Test
    void aCutIsOneStep() {
        Mixture mixture = mixture(share -> share < 0.5 ? FIRST : SECOND);
        assertThat(mixture.fit(0.99, 1)).isFalse();
        assertThat(mixture.fit(1.01, 0)).isTrue();
        assertThat(mixture.inner()).isZero();
        assertThat(mixture.unmixed(8)).isEqualTo(1);
    }

    @Test
    void goingBackIsARelapse() {
        Mixture mixture =
                mixture(share -> Pictures.mixed(FIRST, SECOND, share == 0.5 ? 0.1 : share));
        assertThat(mixture.fit(1, 0.28)).isFalse();
        assertThat(mixture.fit(1, 0.32)).isTrue();
    }

    @Test
    void theSpreadIsTheShareOfThePictureThatChanges() {
        Mixture all = mixture(share -> Pictures.mixed(Pictures.flat(16), Pictures.flat(90), share));
        assertThat(all.spread(true)).isCloseTo(1, within(0.01));
        assertThat(all.spread(false)).isZero();
        Thumbnail quarter = Pictures.wiped(FIRST, SECOND, 0.25);
        assertThat(mixture(share -> Pictures.mixed(FIRST, quarter, share)).spread(true))
                .isLessThan(0.25);
    }
}
