// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import static dev.sightline.search.export.GivenTimelines.EMPTY;
import static dev.sightline.search.export.GivenTimelines.STREAM;
import static dev.sightline.search.export.GivenTimelines.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.search.media.GivenIndex;
import dev.sightline.search.timeline.Scene;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.video.StreamRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextExportsTest {

    private static final ExportRequest ONE = ExportRequest.of(STREAM);

    private static ExportRequest from(long offsetMs) {
        return new ExportRequest(ONE.streams(), List.of(), offsetMs, ExportRequest.BESIDE);
    }

    private static ExportRequest with(String stream, Finding found, String... notes) {
        List<ExportRequest.Part> parts = ExportRequest.of(stream).streams();
        return new ExportRequest(parts, List.of(found), 0, ExportRequest.BESIDE, List.of(notes));
    }

    private static Finding moment(StreamRef stream, long fromMs, long toMs) {
        return new Finding(
                "x", stream, fromMs, fromMs, toMs, "", null, null, 0.5, 0.3, false, null, null);
    }

    @Test
    void chaptersAreTheScenes() throws Exception {
        assertThat(written(ExportFormat.CHAPTERS_VTT, ONE))
                .isEqualTo(
                        """
                        WEBVTT

                        1
                        00:00:00.000 --> 00:00:04.000
                        Scene 1

                        2
                        00:00:04.000 --> 00:00:10.000
                        Scene 2 (cut)
                        """);
    }

    @Test
    void cuesAreWhatWasFound() throws Exception {
        assertThat(written(ExportFormat.CUES_VTT, ONE))
                .isEqualTo(
                        """
                        WEBVTT

                        1
                        00:00:04.500 --> 00:00:06.000
                        =cat &amp; &lt;b&gt; 1 --&gt; 2 "dog", 'x'
                        """);
    }

    @Test
    void cuesOfAConvertedVideoCountFromItsBegin() throws Exception {
        assertThat(written(ExportFormat.CHAPTERS_VTT, from(5000)))
                .contains("\n2\n00:00:00.000 --> 00:00:05.000\n")
                .doesNotContain("Scene 1");
        assertThat(written(ExportFormat.CUES_VTT, from(4000)))
                .contains("00:00:00.500 --> 00:00:02.000");
        assertThat(written(ExportFormat.CUES_VTT, from(7000))).isEqualTo("WEBVTT\n");
        assertThat(written(ExportFormat.CUES_VTT, from(-67)))
                .contains("00:00:04.567 --> 00:00:06.067");
    }

    @Test
    void aTableHasNoFormulas() throws Exception {
        String csv = written(ExportFormat.CSV, ONE);
        assertThat(csv.split("\r\n", -1)).hasSize(6);
        assertThat(csv)
                .startsWith(
                        "stream,epoch,kind,id,start_ms,end_ms,start,end,wall,peak_ms,text,label,"
                                + "query,score,cosine,confidence,reason\r\n")
                .contains(
                        "clips/a <b>.mp4,7,scene,s#7,0,4000,00:00:00.000,00:00:04.000,,,,,,,,1.0,"
                                + "start\r\n")
                .contains(
                        ",match,m1,4500,6000,00:00:04.500,00:00:06.000,,5000,"
                                + "\"'=cat & <b>\n\n1 --> 2 \"\"dog\"\", 'x'\",,q1,0.75,0.25,,\r\n")
                .contains(
                        ",gap,,8000,9000,00:00:08.000,00:00:09.000,,,,,,,,,\"decoder,"
                                + " broken\"\r\n");
        for (String formula : List.of("=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")) {
            assertThat(Csv.text(formula)).isEqualTo("'" + formula);
        }
    }

    @Test
    void anEditListHasAnEventForEachScene() throws Exception {
        assertThat(written(ExportFormat.EDL, ONE))
                .isEqualTo(
                        """
                        TITLE: Sightline
                        FCM: NON-DROP FRAME

                        001  AX       V     C        00:00:00:00 00:00:04:00 01:00:00:00 01:00:04:00
                        * FROM CLIP NAME: a <b>.mp4
                        * COMMENT: STREAM clips/a <b>.mp4
                        * COMMENT: 25 frames a second are assumed: the video is no local file, \
                        not in an allowed folder, or has changed

                        002  AX       V     C        00:00:04:00 00:00:10:00 01:00:04:00 01:00:10:00
                        * FROM CLIP NAME: a <b>.mp4
                        * LOC: 01:00:04:13 RED     =cat & <b> 1 --> 2 "dog", 'x'
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void aReportRunsNothing() throws Exception {
        String html = written(ExportFormat.HTML, ONE);
        assertThat(html)
                .contains("default-src 'none'; img-src data:; style-src 'sha256-")
                .contains("=cat &amp; &lt;b&gt;")
                .contains("&quot;dog&quot;, &#39;x&#39;")
                .contains("<h2>clips/a &lt;b&gt;.mp4</h2>")
                .contains("decoder, broken")
                .doesNotContain("<b>")
                .doesNotContain("<script")
                .endsWith("</html>\n");
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aStreamOfWhichNothingIsKnownIsWrittenToo(ExportFormat format) throws Exception {
        assertThat(written(format, ExportRequest.of(EMPTY))).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void severalStreamsGoWhereTheyCan(ExportFormat format) throws Exception {
        ExportRequest both = ExportRequest.of(STREAM, EMPTY);
        if (format.ofOneStream()) {
            assertThatThrownBy(() -> written(format, both))
                    .isInstanceOf(InvalidExport.class)
                    .hasMessageContaining("one stream");
        } else {
            assertThat(written(format, both)).isNotEmpty();
        }
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatThrownBy(() -> written(ExportFormat.CSV, ExportRequest.of("b")))
                .isInstanceOf(InvalidExport.class)
                .hasMessage("no stream 'b'");
        assertThatThrownBy(() -> written(ExportFormat.CSV, ExportRequest.of()))
                .isInstanceOf(InvalidExport.class);
        ExportRequest.Part other = new ExportRequest.Part(STREAM, 8L);
        ExportRequest epoch = new ExportRequest(List.of(other), List.of(), 0, ExportRequest.BESIDE);
        assertThatThrownBy(() -> written(ExportFormat.CSV, epoch))
                .isInstanceOf(InvalidExport.class)
                .hasMessageContaining("no epoch 8");
    }

    @Test
    void aMomentStandsBesideTheMatches() throws Exception {
        ExportRequest request =
                with(STREAM, moment(GivenTimelines.timeline().stream(), 1000, 1000));
        assertThat(written(ExportFormat.CUES_VTT, request))
                .contains("\n1\n00:00:01.000 --> 00:00:02.000\n(a picture)\n");
        assertThat(written(ExportFormat.CSV, request)).contains(",moment,x,1000,1000,");
    }

    @ParameterizedTest
    @EnumSource(names = {"EDL", "OTIO"})
    void aMomentBehindAllScenesIsNotLost(ExportFormat format) throws Exception {
        Finding last = moment(GivenTimelines.timeline().stream(), 10_000, 10_000);
        assertThat(written(format, with(STREAM, last))).contains("(a picture)");
        Finding alone = moment(GivenTimelines.empty().stream(), 2000, 2000);
        assertThat(written(format, with(EMPTY, alone))).contains("(a picture)");
    }

    @Test
    void aMomentBehindAllScenesIsAtTheLastFrame() throws Exception {
        Finding last = moment(GivenTimelines.timeline().stream(), 10_000, 10_000);
        assertThat(written(ExportFormat.EDL, with(STREAM, last)))
                .contains("* LOC: 01:00:09:24 RED     (a picture)");
        Finding alone = moment(GivenTimelines.empty().stream(), 2000, 2000);
        assertThat(written(ExportFormat.EDL, with(EMPTY, alone)))
                .contains("00:00:02:00 00:00:02:01 01:00:00:00 01:00:00:01");
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void notesAreWritten(ExportFormat format) throws Exception {
        Finding found = moment(GivenTimelines.timeline().stream(), 1000, 1000);
        assertThat(written(format, with(STREAM, found, "100 of 300 are written")))
                .contains("100 of 300 are written");
    }

    @Test
    void anEditListOfTooManyScenesIsRefused() {
        StreamRef stream = GivenTimelines.stream("many", "file:///v/many.mp4");
        List<Scene> scenes = new ArrayList<>();
        for (long i = 0; i < 1000; i++) {
            scenes.add(new Scene("c" + i, 7, i * 1000, i * 1000 + 1000, null, 1, 0, null));
        }
        GivenIndex index =
                new GivenIndex()
                        .with(
                                new Timeline(
                                        stream, 1_000_000, scenes, List.of(), List.of(),
                                        List.of()));
        ExportRequest many = ExportRequest.of("many");
        assertThatThrownBy(() -> written(index, Path.of("none"), ExportFormat.EDL, many))
                .isInstanceOf(InvalidExport.class)
                .hasMessageContaining("edl holds 999 scenes, and these would be 1000");
    }
}
