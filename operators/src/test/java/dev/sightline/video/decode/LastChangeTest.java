// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sightline.testdata.clips.SceneClip;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LastChangeTest {

    @TempDir static Path folder;

    /** No keyframe and no large frame hints at it, and no sample follows that would differ. */
    @ParameterizedTest
    @EnumSource(
            value = SamplingPolicy.class,
            names = {"EXACT", "ECONOMY", "KEYFRAMES"})
    void aCutBehindTheLastSampleIsFound(SamplingPolicy policy) throws Exception {
        Path file = SceneClip.CUT_AT_THE_END.write(folder).file();
        List<TimelineRecord> records = ReadRecords.of(file, policy);
        assertThat(records)
                .flatExtracting(TimelineRecord::changes)
                .extracting(VisualChange::kind, change -> change.start().mediaMs())
                .containsExactly(tuple(VisualChange.Kind.CUT, 2400L));
    }
}
