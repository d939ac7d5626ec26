// SPDX-License-Identifier: Apache-2.0
package dev.sightline.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureNameTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";

    @Test
    void isMadeOfKindStreamAndEvent() {
        assertThat(PictureName.of(PictureKind.SCENES, "gate-3", 7_200_000, ID))
                .isEqualTo("scenes/gate-3/" + ID + ".jpg");
        assertThat(PictureName.of(PictureKind.MATCHES, "reel.mp4", 0, ID))
                .isEqualTo("matches/reel.mp4/" + ID + ".jpg");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3599999, 0", "3600000, 1", "90000000, 25", "-1, -1"})
    void samplesLieByTheHour(long mediaMs, String hour) {
        assertThat(PictureName.of(PictureKind.SAMPLES, "gate", mediaMs, ID))
                .isEqualTo("samples/gate/" + hour + "/" + ID + ".jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../..",
                "/",
                "/etc/passwd",
                "a/../../b",
                "a\\..\\b",
                "C:x",
                "a b",
                "caf\u00e9 \u5317\u4eac",
                "\ud83d\ude00",
                "%2e%2e",
                "x\u0000y",
                "a\nb",
                ".hidden",
                "?q=1#f",
                "~root"
            })
    void neverLeavesItsFolder(String streamId) {
        String name = PictureName.of(PictureKind.SCENES, streamId, 0, ID);
        assertThat(name).matches("scenes/[A-Za-z0-9_][A-Za-z0-9._-]*/" + ID + "\\.jpg");
        Path path = Path.of("/pictures").resolve(name);
        assertThat(path.normalize()).isEqualTo(path).startsWithRaw(Path.of("/pictures/scenes"));
    }

    @Test
    void shortensLongStreamIds() {
        assertThat(PictureName.folder("x/".repeat(4000))).hasSizeLessThan(100);
    }

    @Test
    void keepsTheFoldersOfSimilarStreamsApart() {
        List<String> streams =
                List.of("a/b", "a_b", "a b", "a\u00e9b", "a.b", "..b", "_.b", "", "-", "_");
        Set<String> folders = new HashSet<>();
        streams.forEach(stream -> folders.add(PictureName.folder(stream)));
        assertThat(folders).hasSize(streams.size());
    }

    @Test
    void takesNothingButAnIdForAFilesName() {
        assertThatThrownBy(() -> PictureName.of(PictureKind.SCENES, "s", 0, "../../x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsItsOwnFiles() {
        assertThat(PictureName.ours(ID + ".jpg")).isTrue();
        assertThat(PictureName.ours("." + ID + ".jpg.123e4567-e89b-12d3-a456-426614174000"))
                .isTrue();
        assertThat(
                        List.of("holiday.jpg", ID + ".png", "x" + ID + ".jpg", ID + ".jpg.bak")
                                .stream()
                                .filter(PictureName::ours))
                .isEmpty();
    }
}
