// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportCommandTest extends CannedSearchTest {

    private static final String SPRITES =
            "WEBVTT\n\n00:00.000 --> 00:01.000\n"
                    + "sprite.jpg?stream=a%2Fb&epoch=2&sheet=0&until=9#xywh=0,0,9,9\n\n"
                    + "00:01.000 --> 00:02.000\n"
                    + "sprite.jpg?stream=a%2Fb&epoch=2&sheet=1&until=9#xywh=0,0,9,9\n";

    private CapturedCommand export(String... arguments) {
        return run("export", arguments);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesSeveralStreamsToAFile() throws IOException {
        service.answersFile("TITLE: Sightline\n");
        Path file = folder.resolve("both.edl");
        CapturedCommand done =
                export(
                        "--stream=reel.mp4",
                        "--stream=a/b c.mp4",
                        "--format=edl",
                        "--text=a cat",
                        "--out=" + file);
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).isEqualToIgnoringNewLines(file.toString());
        assertThat(file).hasContent("TITLE: Sightline");
        assertThat(files()).containsExactly("both.edl");
        assertThat(service.last().target())
                .isEqualTo(
                        "GET /api/v1/export?format=edl&stream=reel.mp4&stream=a/b c.mp4&text=a cat");
    }

    @Test
    void writesToStandardOutputAndNothingElseThere() {
        service.answersFile("a,b\n");
        CapturedCommand done = export("--stream=reel.mp4", "--format=csv", "--out=-");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).isEqualTo("a,b\n");
    }

    @Test
    void writesAFileOfEachStreamAndFormatToAFolder() throws IOException {
        service.answersFile("x");
        CapturedCommand done =
                export(
                        "--stream=reel.mp4",
                        "--stream=../yard/gate 1",
                        "--format=chapters.vtt,otio",
                        "--out=" + folder);
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(files())
                .containsExactly(
                        "__yard_gate_1.chapters.vtt",
                        "__yard_gate_1.otio",
                        "reel.mp4.chapters.vtt",
                        "reel.mp4.otio");
        assertThat(service.asked()).hasSize(4);
    }

    @Test
    void makesAFolderThatEndsWithASlash() {
        service.answersFile("x");
        String out = folder.resolve("new/deep") + "/";
        assertThat(export("--stream=a.mp4", "--format=json", "--out=" + out).code()).isZero();
        assertThat(folder.resolve("new/deep/a.mp4.json")).hasContent("x");
    }

    @Test
    void spritesBringTheirPicturesUnderNamesOfTheirOwn() throws IOException {
        service.answers(200, SPRITES, "Content-Type", "text/vtt");
        service.answers(200, "first", "Content-Type", "image/jpeg");
        service.answers(200, "second", "Content-Type", "image/jpeg");
        Path file = folder.resolve("my reel.vtt");
        CapturedCommand done = export("--stream=reel.mp4", "--format=sprites.vtt", "--out=" + file);
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(files()).containsExactly("my reel-0.jpg", "my reel-1.jpg", "my reel.vtt");
        assertThat(folder.resolve("my reel-1.jpg")).hasContent("second");
        assertThat(Files.readString(file))
                .contains("\nmy%20reel-0.jpg#xywh", "\nmy%20reel-1.jpg#xywh")
                .doesNotContain("sprite.jpg");
        assertThat(service.last().target())
                .isEqualTo("GET /api/v1/tracks/sprite.jpg?stream=a/b&epoch=2&sheet=1&until=9");
    }

    @Test
    void spritesAreSavedAsAWholeOrNotAtAll() throws IOException {
        String[] arguments = {"--stream=a/b", "--format=sprites.vtt", "--out=" + folder + "/b.vtt"};
        Path old = Files.writeString(folder.resolve("b-1.jpg"), "precious");
        service.answers(200, SPRITES, "Content-Type", "text/vtt");
        CapturedCommand refused = export(arguments);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains(old + " is there already");
        assertThat(service.asked()).hasSize(1);
        Files.delete(old); // and the track is answered again
        service.answers(200, "first", "Content-Type", "image/jpeg");
        service.answersProblem(500, "broken");
        assertThat(export(arguments).code()).isEqualTo(3);
        assertThat(files()).isEmpty();
    }

    @Test
    void theFormatsAreThoseOfTheService() throws IOException {
        Path document =
                Repository.root()
                        .resolve(
                                "jobs/timeline-search/src/main/resources/dev/sightline/search/http"
                                        + "/openapi.json");
        JsonNode formats = null;
        for (JsonNode parameter :
                new ObjectMapper()
                        .readTree(document.toFile())
                        .path("paths")
                        .path("/api/v1/export")
                        .at("/get/parameters")) {
            if (parameter.path("name").asText().equals("format")) {
                formats = parameter.at("/schema/enum");
            }
        }
        assertThat(formats).extracting(JsonNode::asText).containsExactly(words());
    }

    private static String[] words() {
        return Arrays.stream(ExportFormat.values()).map(ExportFormat::word).toArray(String[]::new);
    }

    @Test
    void overwritesOnlyWhenItIsTold() throws IOException {
        service.answersFile("new");
        Path file = Files.writeString(folder.resolve("reel.edl"), "precious");
        String[] arguments = {"--stream=reel.mp4", "--format=edl", "--out=" + file, "--force"};
        CapturedCommand refused = export(arguments[0], arguments[1], arguments[2]);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains(file + " is there already; --force overwrites");
        assertThat(file).hasContent("precious");
        assertThat(service.asked()).isEmpty();
        assertThat(export(arguments).code()).isZero();
        assertThat(file).hasContent("new");
        assertThat(files()).containsExactly("reel.edl");
    }

    @Test
    void anAnswerThatBreaksOffLeavesTheOldFileAndNoOther() throws IOException {
        service.answers(
                200, "half", "Content-Disposition", "attachment", "X-Claimed-Length", "9000");
        Path file = Files.writeString(folder.resolve("reel.edl"), "precious");
        CapturedCommand broken =
                export("--stream=reel.mp4", "--format=edl", "--force", "--out=" + file);
        assertThat(broken.code()).isEqualTo(3);
        assertThat(broken.err()).contains("has not finished its answer").doesNotContain("\tat ");
        assertThat(file).hasContent("precious");
        assertThat(files()).containsExactly("reel.edl");
    }

    @Test
    void aPageInsteadOfAnExportIsNotSaved() throws IOException {
        service.answers(200, "<html>log in</html>", "Content-Type", "text/html");
        CapturedCommand strange =
                export("--stream=reel.mp4", "--format=html", "--out=" + folder.resolve("r.html"));
        assertThat(strange.code()).isEqualTo(3);
        assertThat(strange.err()).contains("answers with 200 text/html");
        assertThat(files()).isEmpty();
    }

    @Test
    void aStreamThatIsNotThereIsSaid() throws IOException {
        service.answersProblem(404, "stream: there is no stream 'typo'");
        CapturedCommand refused =
                export("--stream=typo", "--format=csv", "--out=" + folder.resolve("t.csv"));
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("there is no stream 'typo' (404)");
        assertThat(files()).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() throws IOException {
        service.answersFile("x");
        Path file = Files.writeString(folder.resolve("file"), "");
        CapturedCommand failed = export("--stream=a", "--format=csv", "--out=" + file + "/");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).contains(file.toString()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--stream a --format mp3 --out x|'mp3' is none of chapters.vtt, cues.vtt",
                "--stream a --stream b --format cues.vtt --out -|cues.vtt holds one stream",
                "--stream a --format csv,edl --out -|give a folder as --out for several formats",
                "--stream a --format csv,edl --out x|give a folder as --out for several formats",
                "--stream a --format csv --out no/x|there is no folder",
                "--stream a/b --stream a_b --format csv --out no/|two files would be no/a_b.csv",
                "--format csv --out x|Missing required option: '--stream=ID'"
            })
    void wrongUsageSaysWhatIsRight(String arguments, String said) {
        CapturedCommand wrong = export(arguments.split(" "));
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains(said);
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void helpListsTheFormats() {
        assertThat(export("--help").out()).contains("chapters.vtt").contains("otio");
    }
}
