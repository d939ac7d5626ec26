// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.search.index.IndexSettings;
import dev.sightline.search.index.LuceneTimelineIndex;
import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionJobTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir Path folder;

    private static StatusEvent event(String stream, int daysAgo) {
        Instant wall = NOW.minus(Duration.ofDays(daysAgo));
        MediaTime time =
                new MediaTime(0, new TimeBase(1, 1000), 0, wall, WallSource.HOST_CLOCK, 0, wall);
        StreamRef ref = new StreamRef(stream, 1, "rtsp://h/" + stream, SourceKind.RTSP, "");
        return new StatusEvent("id of " + stream, ref, time, "online", null, null);
    }

    @Test
    void eachStreamIsKeptAsLongAsItsFirstRuleSays() throws Exception {
        Retention retention =
                new Retention(
                        Duration.ofDays(1),
                        List.of(
                                new RetentionRule("kept*", Duration.ZERO),
                                new RetentionRule("week/*", Duration.ofDays(7))));
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(folder, IndexSettings.DEFAULT);
                RetentionJob job = new RetentionJob(index, retention, () -> NOW)) {
            index.write(
                    List.of(
                            event("day", 3),
                            event("kept", 3),
                            event("week/1", 3),
                            event("week/2", 8)),
                    Map.of());
            job.delete();
            assertThat(index.streams().stream().map(StreamSummary::id))
                    .containsExactly("kept", "week/1");
        }
    }
}
