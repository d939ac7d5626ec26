// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.decode.FrameRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimecodeTest {

    private static final FrameRate NTSC = new FrameRate(30000, 1001);
    private static final FrameRate NTSC_60 = new FrameRate(60000, 1001);

    @ParameterizedTest
    @CsvSource({
        "0, 00:00:00;00",
        "1799, 00:00:59;29",
        "1800, 00:01:00;02",
        "3597, 00:01:59;29",
        "3598, 00:02:00;02",
        "17981, 00:09:59;29",
        "17982, 00:10:00;00",
        "19781, 00:10:59;29",
        "19782, 00:11:00;02",
        "107892, 01:00:00;00",
        "2589407, 23:59:59;29",
        "2589408, 00:00:00;00",
    })
    void numbersAreDroppedAtTwentyNineNinetySeven(long frame, String timecode) {
        assertThat(new Timecode(NTSC).at(frame)).isEqualTo(timecode);
    }

    @ParameterizedTest
    @CsvSource({
        "3599, 00:00:59;59",
        "3600, 00:01:00;04",
        "35963, 00:09:59;59",
        "35964, 00:10:00;00",
        "215784, 01:00:00;00",
    })
    void fourAreDroppedAtTwiceThat(long frame, String timecode) {
        assertThat(new Timecode(NTSC_60).at(frame)).isEqualTo(timecode);
    }

    @ParameterizedTest
    @CsvSource({
        "25, 1, 1500, 00:01:00:00",
        "24000, 1001, 1440, 00:01:00:00",
        "30, 1, 1800, 00:01:00:00",
        "60, 1, 3600, 00:01:00:00",
        "50, 1, 49, 00:00:00:49",
    })
    void otherRatesDropNone(int numerator, int denominator, long frame, String timecode) {
        Timecode counted = new Timecode(new FrameRate(numerator, denominator));
        assertThat(counted.drops()).isFalse();
        assertThat(counted.at(frame)).isEqualTo(timecode);
    }

    @Test
    void everyNumberThatIsThereIsUsedOnceAndInOrder() {
        Timecode counted = new Timecode(NTSC);
        long frame = 0;
        for (int minute = 0; minute < 21; minute++) {
            for (int number = minute % 10 == 0 ? 0 : 2; number < 1800; number++) {
                String expected =
                        String.format("00:%02d:%02d;%02d", minute, number / 30, number % 30);
                assertThat(counted.at(frame++)).isEqualTo(expected);
            }
        }
    }

    @Test
    void hourOneBeginsWhereItSays() {
        for (FrameRate rate : FrameRate.STANDARD) {
            Timecode counted = new Timecode(rate);
            assertThat(counted.at(counted.frameOfHour(1))).matches("01:00:00[:;]00");
        }
    }

    @Test
    void droppingKeepsToTheClock() {
        long frames = new StatedRate(NTSC, "").frame(3_600_000);
        assertThat(new Timecode(NTSC).at(frames)).isEqualTo("01:00:00;00");
    }

    @Test
    void ratesAreTheFilesOwnWhereEditorsKnowThem() {
        assertThat(StatedRate.of(new FrameRate(2997, 100), true))
                .isEqualTo(new StatedRate(NTSC, ""));
        assertThat(StatedRate.of(NTSC, false).note()).contains("nearest frame");
        assertThat(StatedRate.of(new FrameRate(1234, 100), true).rate())
                .isEqualTo(new FrameRate(25, 1));
        assertThat(StatedRate.of(new FrameRate(1234, 100), true).note()).contains("12.340");
        assertThat(StatedRate.of(null, true).note()).contains("does not say");
    }
}
