// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.change.FoundChange.Kind;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a cut and what only looks like one. */
class CutsTest {

    private static final Scene FIRST = new Scene(1);
    private static final Scene SECOND = new Scene(2);

    @Test
    void aCutIsTheFirstFrameOfTheNewShot() {
        Footage footage = new Footage().shot(1, 40).shot(2, 30).shot(3, 50);
        assertThat(footage.cuts()).containsExactly(40L, 70L);
        assertThat(footage.changes())
                .allSatisfy(
                        change -> {
                            assertThat(change.uncertaintyTicks()).isZero();
                            assertThat(change.endPts()).isEqualTo(change.startPts());
                            assertThat(change.score()).isGreaterThan(0.9);
                        });
    }

    @Test
    void aSingleShotHasNone() {
        assertThat(new Footage().moving(1, 60, 1.0).changes()).isEmpty();
    }

    @Test
    void findsCutsOfShotsOfEightFrames() {
        Footage footage = new Footage().shot(1, 30);
        for (int scene = 2; scene < 8; scene++) {
            footage.shot(scene, 8);
        }
        footage.shot(8, 30);
        assertThat(footage.cuts()).containsExactly(30L, 38L, 46L, 54L, 62L, 70L, 78L);
    }

    @Test
    void findsCutsInTheDarkAndInNoise() {
        Footage footage = new Footage();
        Random noise = new Random(1);
        for (int i = 0; i < 60; i++) {
            Thumbnail bright = (i < 30 ? FIRST : SECOND).view(0.3 * i, 0);
            byte[] planes = Pictures.lit(bright, 0.15).planes().clone();
            for (int j = 0; j < planes.length; j++) {
                planes[j] += noise.nextInt(3);
            }
            footage.add(new Thumbnail(planes));
        }
        assertThat(footage.cuts()).containsExactly(30L);
    }

    @Test
    void findsCutsThereAndBack() {
        Footage footage = new Footage().shot(1, 30).shot(2, 30).shot(1, 30).shot(2, 30);
        assertThat(footage.cuts()).containsExactly(30L, 60L, 90L);
    }

    @Test
    void aCutToBlackAndBackIsTwo() {
        Footage footage = new Footage().shot(1, 30);
        footage.transition(20, share -> Pictures.flat(16)).shot(2, 30);
        assertThat(footage.cuts()).containsExactly(30L, 50L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aFlashIsNoCut(int length) {
        Footage footage = new Footage().shot(1, 30);
        footage.transition(length, share -> Pictures.mixed(FIRST.view(9, 0), white(), 0.9));
        for (int i = 0; i < 30; i++) {
            footage.add(FIRST.view(9 + 0.3 * i, 0));
        }
        assertThat(footage.cuts()).isEmpty();
        assertThat(footage.changes(Kind.FLASH))
                .extracting(FoundChange::startPts)
                .isNotEmpty()
                .allSatisfy(pts -> assertThat(pts).isBetween(30L, 30L + length));
    }

    private static Thumbnail white() {
        return Pictures.flat(235);
    }

    @Test
    void aLampThatIsSwitchedOffIsNoCut() {
        Footage footage = new Footage().shot(1, 30);
        for (int i = 0; i < 30; i++) {
            footage.add(Pictures.lit(FIRST.view(9 + 0.3 * i, 0), 0.3));
        }
        assertThat(footage.cuts()).isEmpty();
    }

    @Test
    void aWhipPanIsNoCut() {
        Footage footage = new Footage();
        double x = 0;
        for (int i = 0; i < 70; i++) {
            double speed = i >= 30 && i < 40 ? 8 : 0.3;
            x += speed;
            Thumbnail sharp = FIRST.view(x - 40, 0);
            footage.add(speed > 1 ? Pictures.smeared(sharp, 8) : sharp);
        }
        assertThat(footage.cuts()).isEmpty();
    }

    @Test
    void barsThatComeAtOnceAreNoCut() {
        Footage footage = new Footage();
        for (int i = 0; i < 60; i++) {
            byte[] planes = FIRST.view(0.3 * i, 0).planes().clone();
            for (int j = 0; j < Thumbnail.LUMA && i >= 30; j++) {
                int row = j / Thumbnail.WIDTH;
                planes[j] = row < 5 || row >= Thumbnail.HEIGHT - 5 ? 16 : planes[j];
            }
            footage.add(new Thumbnail(planes));
        }
        assertThat(footage.cuts()).isEmpty();
    }
}
