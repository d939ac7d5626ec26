// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import dev.sightline.backtest.StoredChange;
import dev.sightline.backtest.StoredSample;
import dev.sightline.match.MatchPhase;
import dev.sightline.search.media.GivenIndex;
import dev.sightline.search.media.LocalVideos;
import dev.sightline.search.media.Pictures;
import dev.sightline.search.media.VideoPlayback;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.Scene;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import dev.sightline.video.repack.RepackSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A stream with two scenes, a match with a hostile text, and a gap; and one of which nothing is
 * known.
 */
final class GivenTimelines {

    static final String STREAM = "clips/a <b>.mp4";
    static final String EMPTY = "empty.mp4";
    static final String HOSTILE = "=cat & <b>\n\n1 --> 2 \"dog\", 'x'";

    private GivenTimelines() {}

    static StreamRef stream(String id, String uri) {
        return new StreamRef(id, 7, uri, SourceKind.FILE, "");
    }

    static Timeline timeline(StreamRef stream) {
        return new Timeline(
                stream,
                10_000,
                List.of(
                        new Scene("s#7", 7, 0, 4000, null, 1, 0, null),
                        new Scene("c1", 7, 4000, 10_000, StoredChange.Kind.CUT, 0.5, 40, "c1")),
                List.of(),
                List.of(match(stream, 4500, 6000)),
                List.of(gap(stream)));
    }

    static Timeline timeline() {
        return timeline(stream(STREAM, "file:///v/a.mp4"));
    }

    static Timeline empty() {
        return new Timeline(
                stream(EMPTY, "file:///v/e.mp4"), 0, List.of(), List.of(), List.of(), List.of());
    }

    static MatchEvent match(StreamRef stream, long fromMs, long toMs) {
        return new MatchEvent(
                "m1",
                stream,
                MatchPhase.Phase.CLOSE,
                "q1",
                1,
                HOSTILE,
                time(fromMs),
                time(fromMs + 500),
                time(toMs),
                0.75,
                0.25,
                0.2,
                1.0,
                null,
                "gone",
                null);
    }

    private static StatusEvent gap(StreamRef stream) {
        StatusEvent.Missing missing =
                new StatusEvent.Missing(time(8000), time(9000), 1000, "decoder, broken");
        return new StatusEvent("g1", stream, time(9000), "degraded", missing, null);
    }

    static MediaTime time(long millis) {
        return new MediaTime(
                millis, TimeBase.MILLISECONDS, millis, null, WallSource.NONE, 0, Instant.EPOCH);
    }

    static IndexedSample sample(StreamRef stream, long millis, String picture) {
        StoredSample sample =
                new StoredSample(
                        stream,
                        GivenIndex.MODEL,
                        millis / 1000,
                        time(millis),
                        new float[1],
                        picture);
        return new IndexedSample("p" + millis, sample);
    }

    static GivenIndex index() {
        return new GivenIndex().with(timeline()).with(empty());
    }

    /** Writes an export of an index, with files and pictures of a folder. */
    static String written(GivenIndex index, Path folder, ExportFormat format, ExportRequest request)
            throws IOException, InvalidExport {
        try (VideoPlayback playback = new VideoPlayback(RepackSettings.DEFAULT)) {
            List<Path> folders = List.of(folder);
            Exports exports =
                    new Exports(
                            index,
                            new LocalVideos(folders),
                            playback,
                            new Pictures(index, folders));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            exports.write(format, request, out);
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    static String written(ExportFormat format, ExportRequest request)
            throws IOException, InvalidExport {
        return written(index(), Path.of("no-such-folder"), format, request);
    }
}
