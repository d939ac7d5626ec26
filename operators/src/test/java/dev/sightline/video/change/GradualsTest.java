// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.video.change.FoundChange.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a gradual change, where it begins and ends, and what only looks like one. */
class GradualsTest {

    private static final Scene FIRST = new Scene(1);
    private static final Scene SECOND = new Scene(2);
    private static final Thumbnail BLACK = Pictures.flat(16);

    private static void expectOne(Footage footage, int first, int last, int tolerance) {
        List<FoundChange> found = footage.changes();
        assertThat(found).singleElement().extracting(FoundChange::kind).isEqualTo(Kind.GRADUAL);
        assertThat(found.get(0).startPts()).isCloseTo(first, within((long) tolerance));
        assertThat(found.get(0).endPts()).isCloseTo(last, within((long) tolerance));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 12, 25, 50})
    void findsDissolves(int length) {
        Footage footage = new Footage().shot(1, 50);
        footage.transition(
                        length,
                        share ->
                                Pictures.mixed(
                                        FIRST.view(15, 0), SECOND.view(-3 + 3 * share, 0), share))
                .shot(2, 70);
        expectOne(footage, 50, 50 + length - 1, 1 + length / 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 12, 25, 50})
    void findsFadesToBlackAndFromIt(int length) {
        Footage out = new Footage().shot(1, 50);
        out.transition(
                length, share -> Pictures.mixed(FIRST.view(15 + 3 * share, 0), BLACK, share));
        out.transition(30, share -> BLACK);
        expectOne(out, 50, 50 + length - 1, 2 + length / 8);
        Footage in = new Footage().transition(30, share -> BLACK);
        in.transition(
                length, share -> Pictures.mixed(BLACK, SECOND.view(-3 + 3 * share, 0), share));
        in.shot(2, 70);
        expectOne(in, 30, 30 + length - 1, 2 + length / 8);
    }

    @Test
    void saysHowMuchFurtherOutTheEndsMayLie() {
        Footage footage = new Footage().shot(1, 50);
        // Of the first quarter one sees next to nothing.
        footage.transition(
                        25,
                        share -> {
                            double shown = share * share;
                            return Pictures.mixed(
                                    FIRST.view(15, 0), SECOND.view(-3 + 3 * share, 0), shown);
                        })
                .shot(2, 70);
        FoundChange found = footage.changes(Kind.GRADUAL).get(0);
        assertThat(found.startPts()).isGreaterThan(54);
        assertThat(found.startPts() - found.uncertaintyTicks()).isCloseTo(50, within(3L));
    }

    @Test
    void findsAWipe() {
        Footage footage = new Footage().shot(1, 50);
        footage.transition(
                        20,
                        share ->
                                Pictures.wiped(
                                        FIRST.view(15, 0), SECOND.view(-3 + 3 * share, 0), share))
                .shot(2, 70);
        expectOne(footage, 50, 69, 3);
    }

    @Test
    void aCutIsNoGradualChange() {
        Footage footage = new Footage().shot(1, 70).shot(2, 70);
        assertThat(footage.changes(Kind.GRADUAL)).isEmpty();
    }

    @Test
    void aMovingCameraIsNone() {
        assertThat(new Footage().moving(1, 75, 1.0).changes()).isEmpty();
        assertThat(new Footage().moving(2, 40, 2.0).changes()).isEmpty();
    }

    @Test
    void lightThatGrowsSlowlyIsNone() {
        Footage footage = new Footage().shot(1, 40);
        footage.transition(
                25, share -> Pictures.lit(FIRST.view(12 + 3 * share, 0), 1 - 0.6 * share));
        for (int i = 0; i < 60; i++) {
            footage.add(Pictures.lit(FIRST.view(15 + 0.1 * i, 0), 0.4));
        }
        assertThat(footage.changes()).isEmpty();
    }
}
