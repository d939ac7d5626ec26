// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.testdata.clips.Change.Kind;
import org.junit.jupiter.api.Test;

class StoryboardTest {

    private static final Painter RED = Painters.colour(0xc80000);
    private static final Painter BLUE = Painters.colour(0x0000c8);

    /** The colour of a pixel. */
    private static int colour(Storyboard storyboard, int frame, int column, int row) {
        return storyboard.picture(frame, 16, 9, frame / 25.0).mirrored(column, row);
    }

    @Test
    void mixesTwoShotsWhileItDissolves() {
        Storyboard storyboard = Storyboard.of(RED, 5).dissolveTo(BLUE, 3, 5);
        assertThat(colour(storyboard, 4, 0, 0)).isEqualTo(0xc80000);
        assertThat(colour(storyboard, 6, 0, 0)).isEqualTo(0x640064);
        assertThat(colour(storyboard, 8, 0, 0)).isEqualTo(0x0000c8);
        assertThat(storyboard.changes()).containsExactly(new Change(Kind.DISSOLVE, 5, 7));
    }

    @Test
    void showsBothShotsWhileItWipes() {
        Storyboard storyboard = Storyboard.of(RED, 5).wipeTo(BLUE, Wipe.RIGHTWARDS, 3, 5);
        assertThat(colour(storyboard, 6, 1, 4)).isEqualTo(0x0000c8);
        assertThat(colour(storyboard, 6, 14, 4)).isEqualTo(0xc80000);
        assertThat(storyboard.changes()).containsExactly(new Change(Kind.WIPE, 5, 7));
    }

    @Test
    void growsACircleFromTheMiddle() {
        Storyboard storyboard = Storyboard.of(RED, 5).wipeTo(BLUE, Wipe.CIRCLE, 3, 5);
        assertThat(colour(storyboard, 6, 8, 4)).isEqualTo(0x0000c8);
        assertThat(colour(storyboard, 6, 0, 0)).isEqualTo(0xc80000);
    }

    @Test
    void leadsToBlackAndCutsOutOfIt() {
        Storyboard storyboard = Storyboard.of(RED, 5).fadeOut(3, 4).cutTo(BLUE, 5);
        assertThat(colour(storyboard, 8, 0, 0)).isZero();
        assertThat(storyboard.changes())
                .containsExactly(
                        new Change(Kind.FADE, 5, 7),
                        new Change(Kind.BLACK, 8, 11),
                        new Change(Kind.CUT, 12, 12));
    }

    @Test
    void cutsToACardAndFadesOutOfIt() {
        Painter black = Painters.colour(0);
        Storyboard storyboard = Storyboard.of(RED, 5).cutToCard(black, 4).fadeIn(BLUE, 3, 5);
        assertThat(storyboard.changes())
                .containsExactly(
                        new Change(Kind.CUT, 5, 5),
                        new Change(Kind.BLACK, 5, 8),
                        new Change(Kind.FADE, 9, 11));
    }

    @Test
    void tellsMarksInTheOrderOfTime() {
        Storyboard storyboard = Storyboard.of(RED, 5).cutTo(BLUE, 5).marked(Kind.CAMERA, 1, 3);
        assertThat(storyboard.changes())
                .extracting(Change::kind)
                .containsExactly(Kind.CAMERA, Kind.CUT);
    }

    @Test
    void refusesMarksBehindItsEnd() {
        Storyboard storyboard = Storyboard.of(RED, 5);
        assertThatThrownBy(() -> storyboard.marked(Kind.CAMERA, 1, 5))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
