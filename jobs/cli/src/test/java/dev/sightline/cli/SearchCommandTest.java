// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SearchCommandTest extends CannedSearchTest {

    private static final String FOUND =
            """
            {"model":{"name":"sightline-mini","digest":"sha256:9","dim":256},"standsOut":true,
             "message":null,"total":23,"page":1,"pages":12,"searched":12345,"tookMs":7,"moments":[
              {"id":"0a","stream":"reel.mp4","epoch":0,"live":false,
               "start":{"mediaMs":62400,"wall":null},"peak":{"mediaMs":63000,"wall":null},
               "end":{"mediaMs":65900,"wall":null},"score":0.934,"cosine":0.31,
               "scene":{"id":"5","startMs":60000,"endMs":66000},"similar":3,
               "picture":"api/v1/picture?id=p%2B1","playable":true},
              {"id":"0b","stream":"yard/gate 1","epoch":4,"live":true,
               "start":{"mediaMs":3723000,"wall":"2026-11-24T10:00:00.000Z"},
               "peak":{"mediaMs":3724000,"wall":"2026-11-24T10:00:01.000Z"},
               "end":{"mediaMs":3725000,"wall":"2026-11-24T10:00:02.000Z"},
               "score":0.5,"cosine":0.2,"scene":null,"similar":0,"picture":null,"playable":false}]}
            """;

    private static final String NOTHING =
            """
            {"model":{"name":"sightline-mini"},"standsOut":false,"total":0,"page":1,"pages":0,
             "message":"nothing stands out: the best is 0:00:07 in reel.mp4","searched":12,
             "tookMs":1,"moments":[]}
            """;

    @Test
    void printsWhatWasFoundAsATable() {
        service.answersJson(FOUND);
        CapturedCommand found = search("a", "cat");
        assertThat(found.code()).as(found.err()).isZero();
        assertThat(found.out().lines().toList())
                .containsExactly(
                        row("STREAM", "TIME", "SCORE", "SIMILAR", "ID", "PICTURE, OR PAGE"),
                        row(
                                "reel.mp4",
                                "0:01:02-0:01:05",
                                " 0.93",
                                "+3",
                                "0a",
                                service.address() + "/api/v1/picture?id=p%2B1"),
                        row(
                                "yard/gate 1",
                                "1:02:03-1:02:05",
                                " 0.50",
                                "",
                                "0b",
                                service.address()
                                        + "/?view=stream&stream=yard%2Fgate+1&epoch=4&t=3724000"
                                        + " at 2026-11-24T10:00:00.000Z"),
                        "2 of 23 moments; 12,345 samples were searched",
                        "look at them: " + service.address() + "/?text=a+cat");
    }

    private static String row(
            String stream, String time, String score, String similar, String id, String picture) {
        return String.format(
                "%-11s  %-17s  %s  %-7s  %-32s  %s", stream, time, score, similar, id, picture);
    }

    @Test
    void asksForAllThatIsGiven() {
        service.answersJson(FOUND);
        search(
                "a cat & <b>",
                "--not=a dog",
                "--not=a toy",
                "--like=0a",
                "--stream=yard/gate 1",
                "--stream=reel.mp4",
                "--from=2026-11-24T18:00:00+01:00",
                "--to=90s",
                "--per-video",
                "--all-similar",
                "--limit=7");
        assertThat(service.last().target())
                .isEqualTo(
                        "GET /api/v1/search?pageSize=7&text=a cat & <b>&not=a dog&not=a toy&like=0a"
                                + "&stream=yard/gate 1&stream=reel.mp4&from=2026-11-24T17:00:00Z"
                                + "&to=90000ms&per=video&fold=false");
        assertThat(service.last().headers()).doesNotContainKey("Authorization");
    }

    @Test
    void sendsAPictureAsAForm() throws IOException {
        service.answersJson(FOUND);
        byte[] picture = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, '\r', '\n', 7};
        Path file = Files.write(folder.resolve("cat.jpg"), picture);
        CapturedCommand found = search("bei Nacht: größer", "--image", file.toString());
        assertThat(found.code()).as(found.err()).isZero();
        assertThat(found.out()).doesNotContain("look at them");
        CannedSearch.Asked asked = service.last();
        assertThat(asked.target()).isEqualTo("POST /api/v1/search");
        String boundary = "--" + asked.headers().get("Content-type").split("boundary=")[1];
        String text =
                new String("größer".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String start = boundary + "\r\nContent-Disposition: form-data; name=";
        assertThat(asked.body())
                .isEqualTo(
                        start
                                + "\"pageSize\"\r\n\r\n20\r\n"
                                + start
                                + "\"text\"\r\n\r\nbei Nacht: "
                                + text
                                + "\r\n"
                                + start
                                + "\"image\"; filename=\"image\"\r\n"
                                + "Content-Type: application/octet-stream\r\n\r\n"
                                + new String(picture, StandardCharsets.ISO_8859_1)
                                + "\r\n"
                                + boundary
                                + "--\r\n");
    }

    @Test
    void saysWhenNothingStandsOut() {
        service.answersJson(NOTHING);
        CapturedCommand nothing = search("a unicorn");
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.out().lines())
                .containsExactly(
                        "nothing stands out: the best is 0:00:07 in reel.mp4",
                        "0 of 0 moments; 12 samples were searched");
        assertThat(nothing.err()).isEmpty();
    }

    @Test
    void showsTheNearestAnywayAndSaysThatTheyDoNotStandOut() {
        service.answersJson(
                FOUND.replace("\"standsOut\":true", "\"standsOut\":false,\"capped\":true")
                        .replace("\"message\":null", "\"message\":\"nothing stands out: so\""));
        CapturedCommand nearest = search("a unicorn", "--anyway");
        assertThat(nearest.code()).isEqualTo(1);
        assertThat(service.last().target()).contains("&anyway=true");
        assertThat(nearest.out())
                .contains("reel.mp4", "nothing stands out: so", "2 of at least 23 moments");
    }

    @Test
    void givesProgramsTheAnswerAsItIs() throws IOException {
        service.answersJson(FOUND);
        CapturedCommand found = search("a cat", "--json");
        assertThat(found.code()).isZero();
        assertThat(found.out().lines()).hasSize(1);
        JsonNode printed = new ObjectMapper().readTree(found.out());
        assertThat(printed).isEqualTo(new ObjectMapper().readTree(FOUND));
    }

    @Test
    void aStreamsNameCannotSteerTheTerminal() {
        service.answersJson(FOUND.replace("reel.mp4", "\\u001b[2Jreel\\nmp4"));
        assertThat(search("a cat").out()).contains(" [2Jreel mp4").doesNotContain("\u001b");
    }

    @Test
    void theTokenComesFromAFile() throws IOException {
        service.answersJson(FOUND);
        Path file = Files.writeString(folder.resolve("token"), "s3cret\n");
        search("a cat", "--token-file", file.toString());
        assertThat(service.last().headers()).containsEntry("Authorization", "Bearer s3cret");
    }

    @Test
    void hasHelp() {
        assertThat(search("--help").out())
                .contains("Usage: sightline search")
                .contains("1 nothing stands out");
    }
}
