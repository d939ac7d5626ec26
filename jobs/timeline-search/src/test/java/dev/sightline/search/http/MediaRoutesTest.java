// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.source.Fingerprint;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A video that a browser plays as it is. */
class MediaRoutesTest {

    @TempDir Path files;

    private RunningServer server;
    private byte[] content;

    @BeforeEach
    void start() throws Exception {
        Path file =
                Files.copy(
                        Repository.root().resolve("testdata/clips/reel.mp4"),
                        files.resolve("reel.mp4"));
        content = Files.readAllBytes(file);
        server = new RunningServer(RunningServer.NO_LOGIN, files);
        StreamRef stream =
                new StreamRef(
                        "a/reel.mp4",
                        7,
                        file.toUri().toString(),
                        SourceKind.FILE,
                        Fingerprint.of(file).asset());
        server.index.add(Made.summary(stream), Made.timeline(stream));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<byte[]> video(String method, String range) throws Exception {
        return server.client.send(
                server.request("/api/v1/video?stream=a/reel.mp4&epoch=7")
                        .method(method, BodyPublishers.noBody())
                        .header("Range", range)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    @Test
    void isSentByRanges() throws Exception {
        HttpResponse<byte[]> part = video("GET", "bytes=100-199");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, 100, 200));
        assertThat(part.headers().firstValue("Content-Range"))
                .hasValue("bytes 100-199/" + content.length);
        assertThat(part.headers().firstValue("Content-Type")).hasValue("video/mp4");
        assertThat(part.headers().firstValue("X-Sightline-Start-Ms")).isEmpty();
        assertThat(video("GET", "bytes=0-").body()).isEqualTo(content);
        assertThat(video("GET", "bytes=" + content.length + "-").statusCode()).isEqualTo(416);
        HttpResponse<byte[]> head = video("HEAD", "bytes=0-9");
        assertThat(head.statusCode()).isEqualTo(206);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Accept-Ranges")).hasValue("bytes");
    }

    @Test
    void isNamedByTheTimelineAndTheStreams() throws Exception {
        JsonNode timeline =
                RunningServer.read(server.get("/api/v1/timeline?stream=a/reel.mp4&epoch=7"));
        assertThat(timeline.path("playable").asBoolean()).isTrue();
        assertThat(timeline.path("video").asText())
                .isEqualTo("api/v1/video?stream=a%2Freel.mp4&epoch=7");
        assertThat(timeline.path("videoConverted").asBoolean()).isFalse();
        assertThat(
                        RunningServer.read(server.get("/api/v1/streams?name=reel"))
                                .at("/streams/0/playable"))
                .hasToString("true");
    }

    @Test
    void isNotShownOnceTheFileIsAnotherOne() throws Exception {
        Files.write(files.resolve("reel.mp4"), new byte[100]);
        assertThat(video("GET", "bytes=0-").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/v1/timeline?stream=a/reel.mp4&epoch=7").body())
                .contains("\"playable\":false");
    }
}
