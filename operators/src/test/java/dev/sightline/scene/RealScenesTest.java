// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.RealVectors;
import dev.sightline.scene.SceneChange.Kind;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.testdata.repository.SharedMaterial;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.FileSampleReader;
import dev.sightline.video.decode.SampleReader;
import dev.sightline.video.decode.SamplingPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real videos, read from their files, with the vectors that are stored of their samples. */
class RealScenesTest {

    private static final double FRAMES_PER_SECOND = 24;

    private static List<SceneChange> changes(Path video, List<SceneSample> samples) {
        StreamRef stream = new StreamRef("x", 1, "file:///x", SourceKind.FILE, "");
        DecoderSettings settings =
                new DecoderSettings(
                        SamplingPolicy.EXACT,
                        Duration.ofSeconds(1),
                        1,
                        1 << 24,
                        Duration.ofSeconds(30),
                        new FrameGeometry(32, 32, FrameGeometry.Fit.SQUASH),
                        0);
        List<VisualChange> seen = new ArrayList<>();
        try (SampleReader reader = new FileSampleReader(stream, video.toString(), settings, -1)) {
            for (TimelineRecord next = reader.next(); next != null; next = reader.next()) {
                seen.addAll(next.changes());
            }
        }
        return SceneSamples.changes(samples, seen.toArray(VisualChange[]::new));
    }

    @Test
    void everyCutOfTheReelIsFoundToTheFrame() {
        Path reel = Repository.reel();
        List<SceneChange> changes = changes(reel, RealVectors.reel());
        assertThat(changes)
                .filteredOn(change -> change.kind() == Kind.CUT)
                .extracting(change -> change.start().mediaMs() * FRAMES_PER_SECOND / 1000)
                .extracting(Math::round)
                .containsExactly(120L, 240L, 636L, 744L, 840L);
        assertThat(changes)
                .filteredOn(change -> change.kind() == Kind.CUT)
                .allSatisfy(change -> assertThat(change.uncertaintyMs()).isZero());
        assertThat(changes)
                .filteredOn(change -> change.kind() == Kind.GRADUAL)
                .as("its dissolve and its fade")
                .hasSizeBetween(2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"01_dog.mp4", "04_coffee.mp4", "05_default_juggle.mp4", "car-detection.mp4"})
    void aSingleShotHasNoChange(String clip) {
        Path video = SharedMaterial.shared("clips").resolve(clip);
        List<SceneSample> samples = RealVectors.clip(clip);
        assertThat(samples).hasSizeGreaterThanOrEqualTo(10);
        assertThat(changes(video, samples)).isEmpty();
    }
}
