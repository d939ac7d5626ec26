// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.testdata.clips.Encoding;
import dev.sightline.testdata.clips.Painters;
import dev.sightline.testdata.clips.Picture;
import dev.sightline.testdata.clips.Rational;
import dev.sightline.testdata.clips.VideoEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterPictureTest {

    private static final long MOMENT = 1_795_536_701_407L;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, MOMENT, CounterPicture.GREATEST})
    void aNumberIsReadBack(long number) {
        assertThat(read(CounterPicture.of(number, 128, 128))).isEqualTo(number);
        assertThat(read(CounterPicture.of(number, 224, 224))).isEqualTo(number);
        assertThat(read(CounterPicture.of(number, 161, 121))).isEqualTo(number);
    }

    private static long read(Picture picture) {
        return CounterPicture.read(picture.rgb(), picture.width(), picture.height()).orElseThrow();
    }

    @Test
    void aPictureThatIsNoCounterIsNotRead() {
        for (Picture other :
                new Picture[] {
                    Painters.colour(0).paint(128, 128, 0),
                    Painters.colour(0xffffff).paint(128, 128, 0),
                    Painters.texture(3).paint(128, 128, 0),
                    Painters.checkerboard(8, 0, 0xffffff).paint(128, 128, 0)
                }) {
            assertThat(CounterPicture.read(other.rgb(), 128, 128)).isEmpty();
        }
    }

    @Test
    void aWrongCellIsNoticed() {
        for (int cell = 0; cell < 64; cell++) {
            byte[] rgb = CounterPicture.of(MOMENT, 64, 64).rgb();
            for (int i = 0; i < 8 * 8; i++) {
                int at = 3 * ((cell / 8 * 8 + i / 8) * 64 + cell % 8 * 8 + i % 8);
                for (int channel = 0; channel < 3; channel++) {
                    rgb[at + channel] ^= (byte) 0xff;
                }
            }
            assertThat(CounterPicture.read(rgb, 64, 64)).isEmpty();
        }
    }

    @Test
    void aFewWrongPixelsDoNotMatter() {
        byte[] rgb = CounterPicture.of(MOMENT, 128, 128).rgb();
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            rgb[random.nextInt(rgb.length)] ^= (byte) 0xff;
        }

        assertThat(CounterPicture.read(rgb, 128, 128)).hasValue(MOMENT);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> CounterPicture.of(-1, 64, 64))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CounterPicture.of(CounterPicture.GREATEST + 1, 64, 64))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CounterPicture.of(0, 7, 64))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"counter.mp4", "counter.ts"})
    void eachFrameOfAVideoShowsItsTime(String name, @TempDir Path folder) throws IOException {
        Path file = folder.resolve(name);
        Encoding encoding = Encoding.of(VideoEncoder.H264, 64, 64, new Rational(1, 25));

        CounterVideo.write(file, encoding, 75);

        assertThat(SeenFrames.read(file.toString(), 75))
                .extracting(frame -> frame.number().orElseThrow())
                .hasSize(75)
                .startsWith(0L, 40L, 80L)
                .endsWith(2920L, 2960L);
    }
}
