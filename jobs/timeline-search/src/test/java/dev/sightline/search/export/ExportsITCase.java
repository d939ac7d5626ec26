// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.search.media.GivenIndex;
import dev.sightline.search.media.MadeClips;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.source.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exports are read back by the Python packages opentimelineio 0.18.1, otio-cmx3600-adapter 1.0.0
 * and webvtt-py 0.6.0. Which Python has them is said by {@code -Dsightline.python} or by {@code
 * SIGHTLINE_PYTHON}.
 */
class ExportsITCase {

    private static final String CAPTION = "=cat & <b> 1 --> 2 \"dog\", 'x'";

    @TempDir static Path folder;
    private static String python;
    private static Path script;
    private static GivenIndex index;

    @BeforeAll
    static void findPythonAndMakeAClip() throws Exception {
        python = System.getProperty("sightline.python", System.getenv("SIGHTLINE_PYTHON"));
        if (python == null) {
            System.out.println(
                    "SKIPPED: no Python with opentimelineio; name it in SIGHTLINE_PYTHON");
        }
        Assumptions.assumeTrue(python != null, "no Python with opentimelineio");
        script = folder.resolve("read_back.py");
        try (InputStream in = ExportsITCase.class.getResourceAsStream("read_back.py")) {
            Files.copy(in, script);
        }
        Path clip = MadeClips.tested(folder.resolve("a.mp4"), "30000/1001", "-c:v", "mpeg4");
        StreamRef stream =
                new StreamRef(
                        GivenTimelines.STREAM,
                        7,
                        clip.toUri().toString(),
                        SourceKind.FILE,
                        Fingerprint.of(clip).asset());
        Timeline timeline = GivenTimelines.timeline(stream);
        index = new GivenIndex().with(timeline).with(GivenTimelines.empty());
    }

    private static List<String> readBack(
            ExportFormat format, String kind, ExportRequest request, String... arguments)
            throws Exception {
        String text = GivenTimelines.written(index, folder, format, request);
        Path file = folder.resolve("export." + kind);
        Files.writeString(file, text);
        List<String> command =
                new ArrayList<>(List.of(python, script.toString(), kind, file.toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static List<String> run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().toList();
    }

    /** 4 s are frame 120, 10 s frame 300, and 4.5 s frame 135 at 29.97 frames a second. */
    @Test
    void anEditListIsReadBackByItsTimecode() throws Exception {
        assertThat(
                        readBack(
                                ExportFormat.EDL,
                                "edl",
                                ExportRequest.of(GivenTimelines.STREAM),
                                "30000/1001"))
                .containsExactly(
                        "title Sightline",
                        "track Video 29.970",
                        "clip a <b>.mp4 0+120 at 0+120",
                        "clip a <b>.mp4 120+180 at 120+180",
                        "marker 01:00:04:15 " + CAPTION);
    }

    @Test
    void anEmptyEditListIsOne() throws Exception {
        assertThat(readBack(ExportFormat.EDL, "edl", ExportRequest.of(GivenTimelines.EMPTY), "25"))
                .first()
                .isEqualTo("title Sightline");
    }

    @Test
    void aTimelineOfSeveralStreamsIsReadBack() throws Exception {
        assertThat(
                        readBack(
                                ExportFormat.OTIO,
                                "otio",
                                ExportRequest.of(GivenTimelines.STREAM, GivenTimelines.EMPTY)))
                .containsExactly(
                        "title Sightline",
                        "track Video 29.970",
                        "clip Scene 1 0+120 at 0+120",
                        "clip Scene 2 120+180 at 120+180",
                        "marker 135+45 " + CAPTION,
                        "track Video empty",
                        "media " + folder.resolve("a.mp4").toUri(),
                        "media " + folder.resolve("a.mp4").toUri());
    }

    @Test
    void chaptersAndCuesAreReadBack() throws Exception {
        ExportRequest request = ExportRequest.of(GivenTimelines.STREAM);
        assertThat(readBack(ExportFormat.CHAPTERS_VTT, "vtt", request))
                .containsExactly(
                        "1 00:00:00.000 00:00:04.000 Scene 1",
                        "2 00:00:04.000 00:00:10.000 Scene 2 (cut)");
        assertThat(readBack(ExportFormat.CUES_VTT, "vtt", request))
                .containsExactly(
                        "1 00:00:04.500 00:00:06.000 =cat &amp; &lt;b&gt; 1 --&gt; 2 \"dog\", 'x'");
        assertThat(readBack(ExportFormat.CUES_VTT, "vtt", ExportRequest.of(GivenTimelines.EMPTY)))
                .isEmpty();
    }
}
