// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static long lanes(int a, int b, int c, int d) {
        return a | (long) b << 16 | (long) c << 32 | (long) d << 48;
    }

    private static int distance(long one, long other, int limit) {
        long distance = limit == Lanes.SMALL ? Lanes.small(one, other) : Lanes.large(one, other);
        return Lanes.sum(distance) - Lanes.COUNT * limit;
    }

    @Test
    void holdTheFourValuesFromEachPlaceOn() {
        byte[] plane = {0, 1, 2, 3, 4, 5, 6, (byte) 255};
        long[] values = Lanes.of(plane, 1, 7, 1, 0, 2);
        assertThat(values[0]).isEqualTo(lanes(2, 4, 6, 8));
        assertThat(values[3]).isEqualTo(lanes(8, 10, 12, 510));
    }

    @Test
    void goOnBeyondTheEdgesWithTheLastValues() {
        byte[] plane = {1, 2, 3, (byte) 255, (byte) 250, 6, 7, 8};
        long[] values = Lanes.of(plane, 0, 4, 2, 3, 2);
        int width = 3 + 4 + 3;
        int origin = 3 * width + 3;
        int above = origin - 3 * width;
        int below = origin + 4 * width;
        assertThat(values[above - 3]).isEqualTo(lanes(2, 2, 2, 2));
        assertThat(values[above + 2]).isEqualTo(lanes(6, 510, 510, 510));
        assertThat(values[below - 1]).isEqualTo(lanes(500, 500, 12, 14));
        assertThat(values[below + 3]).isEqualTo(lanes(16, 16, 16, 16));
    }

    @Test
    void wordsHoldEightValuesEach() {
        byte[] planes = new byte[24];
        new Random(2).nextBytes(planes);
        long[] words = Lanes.words(planes);
        assertThat(Lanes.bytes(words)).isEqualTo(planes);
        for (int i = 0; i < planes.length; i++) {
            long word = words[i / 8];
            int value = planes[i] & 0xff;
            long half = i % 2 == 0 ? Lanes.even(word) : Lanes.odd(word);
            assertThat(Lanes.value(word, i % 8)).isEqualTo(value);
            assertThat(Lanes.lane(half, i % 8 / 2)).isEqualTo(value);
        }
        assertThat(Lanes.pairs(-1)).isEqualTo(lanes(510, 510, 510, 510));
        assertThat(Lanes.pairs(0x0102_0304L)).isEqualTo(lanes(7, 3, 0, 0));
        assertThat(Lanes.all(300)).isEqualTo(lanes(300, 300, 300, 300));
    }

    @Test
    void differByTheSumOfTheirAbsoluteDifferences() {
        Random random = new Random(1);
        for (int limit : new int[] {Lanes.SMALL, Lanes.LARGE}) {
            for (int i = 0; i < 10_000; i++) {
                int[] a = random.ints(Lanes.COUNT, 0, limit).toArray();
                int[] b = random.ints(Lanes.COUNT, 0, limit).toArray();
                int expected = 0;
                for (int j = 0; j < Lanes.COUNT; j++) {
                    expected += Math.abs(a[j] - b[j]);
                }
                int found =
                        distance(
                                lanes(a[0], a[1], a[2], a[3]),
                                lanes(b[0], b[1], b[2], b[3]),
                                limit);
                assertThat(found).isEqualTo(expected);
            }
        }
    }

    @Test
    void differByNothingFromThemselvesAndByTheMostFromTheirOpposite() {
        int most = Lanes.SMALL - 1;
        long dark = lanes(0, 0, 0, 0);
        long light = lanes(most, most, most, most);
        assertThat(distance(light, light, Lanes.SMALL)).isZero();
        assertThat(distance(dark, light, Lanes.SMALL)).isEqualTo(4 * most);
        assertThat(distance(light, dark, Lanes.SMALL)).isEqualTo(4 * most);
    }
}
