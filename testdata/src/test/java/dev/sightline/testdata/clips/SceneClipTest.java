// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.clips.Change.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SceneClipTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 36;

    @TempDir Path folder;

    /** Mean difference of a frame to the one before, in grey values. */
    private static double step(Script script, int frame) {
        byte[] before = script.picture(frame - 1, WIDTH, HEIGHT).rgb();
        byte[] after = script.picture(frame, WIDTH, HEIGHT).rgb();
        long sum = 0;
        for (int i = 0; i < after.length; i++) {
            sum += Math.abs((after[i] & 0xff) - (before[i] & 0xff));
        }
        return (double) sum / after.length;
    }

    @ParameterizedTest
    @EnumSource(SceneClip.class)
    void saysWhatHappensInOrderAndWithinItsFrames(SceneClip clip) {
        ClipTruth truth = clip.script().truth();
        assertThat(truth.changes())
                .allSatisfy(change -> assertThat(change.lastFrame()).isLessThan(truth.frames()))
                .extracting(Change::firstFrame)
                .isSorted();
    }

    @ParameterizedTest
    @EnumSource(SceneClip.class)
    void showsAnotherPictureBehindEachCutAndOnlyThere(SceneClip clip) {
        Script script = clip.script();
        for (Change cut : script.truth().changes(Kind.CUT)) {
            int frame = cut.firstFrame();
            double around = Math.max(step(script, frame - 1), step(script, frame + 1));
            assertThat(step(script, frame)).as("cut at %d", frame).isGreaterThan(2 + around);
        }
    }

    @ParameterizedTest
    @EnumSource(SceneClip.class)
    void takesSmallStepsThroughGradualChanges(SceneClip clip) {
        Script script = clip.script();
        for (Change gradual : script.truth().graduals()) {
            int before = gradual.firstFrame() - 1;
            byte[] old = script.picture(before, WIDTH, HEIGHT).rgb();
            byte[] inside = script.picture(gradual.firstFrame(), WIDTH, HEIGHT).rgb();
            assertThat(inside).as("%s", gradual).isNotEqualTo(old);
            assertThat(step(script, gradual.firstFrame())).as("%s", gradual).isLessThan(40);
        }
    }

    @Test
    void coversTheKindsOfChange() {
        List<Kind> kinds =
                Arrays.stream(SceneClip.values())
                        .flatMap(clip -> clip.script().truth().changes().stream())
                        .map(Change::kind)
                        .distinct()
                        .toList();
        assertThat(kinds)
                .contains(Kind.CUT, Kind.DISSOLVE, Kind.FADE, Kind.WIPE, Kind.BLACK)
                .contains(Kind.FLASH, Kind.WHIP_PAN, Kind.CAMERA, Kind.OBJECT)
                .contains(Kind.EXPOSURE, Kind.TITLE, Kind.LETTERBOX);
    }

    @Test
    void writesTheSameBytesInEachRun() throws IOException {
        byte[] first = Files.readAllBytes(SceneClip.DISSOLVE_5.write(folder).file());
        byte[] second = Files.readAllBytes(SceneClip.DISSOLVE_5.write(folder).file());
        assertThat(second).isEqualTo(first).hasSizeLessThan(150_000);
    }

    @Test
    void takesTheQuantizerOfAnMpegEncoderSeriously() throws IOException {
        Storyboard storyboard = Storyboard.of(Scenery.bricks(1).panned(0.1, 0), 10);
        Encoding fine = EditedClips.plain(VideoEncoder.MPEG2).withQuantizer(3);
        Script.steady(storyboard, fine).write(folder.resolve("fine.ts"));
        Script.steady(storyboard, fine.withQuantizer(20)).write(folder.resolve("coarse.ts"));
        assertThat(Files.size(folder.resolve("coarse.ts")))
                .isLessThan(Files.size(folder.resolve("fine.ts")) / 2);
    }
}
