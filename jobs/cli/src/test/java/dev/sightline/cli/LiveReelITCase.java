// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LiveReelITCase {

    private static final Duration SHORTLY = Duration.ofMillis(100);

    private final List<String> said = new CopyOnWriteArrayList<>();

    private LiveReel start() throws IOException {
        return LiveReel.start(Repository.reel(), SHORTLY, said::add);
    }

    private static HttpResponse<String> get(String uri) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(uri)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private ProcessHandle packager() {
        Matcher told = Pattern.compile("'kill (\\d+)'").matcher(said.get(said.size() - 1));
        assertThat(told.find()).as(said.toString()).isTrue();
        return ProcessHandle.of(Long.parseLong(told.group(1))).orElseThrow();
    }

    @Test
    void itIsALiveStreamWithTrueTimes() throws Exception {
        try (LiveReel reel = start()) {
            assertThat(said.get(0)).contains("reel.mp4 live at " + reel.uri());
            String playlist = get(reel.uri()).body();
            assertThat(playlist)
                    .contains("#EXT-X-PROGRAM-DATE-TIME")
                    .doesNotContain("ENDLIST", "DISCONTINUITY");
            String segment =
                    playlist.lines().filter(line -> line.endsWith(".ts")).findFirst().get();

            HttpResponse<String> answer = get(reel.uri().replace("live.m3u8", segment));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("video/mp2t");
        }
    }

    @Test
    void nothingElseIsServed() throws Exception {
        try (LiveReel reel = start()) {
            String root = reel.uri().replace("/live.m3u8", "");
            for (String path : List.of("/", "/ffmpeg.log", "/live99.ts", "/../live.m3u8")) {
                assertThat(get(root + path).statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void itComesBackWhenItIsKilled() throws Exception {
        try (LiveReel reel = start()) {
            ProcessHandle first = packager();
            first.destroyForcibly();
            while (!get(reel.uri()).body().contains("#EXT-X-DISCONTINUITY\n")) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(packager().pid()).isNotEqualTo(first.pid());
        }
    }

    @Test
    void nothingIsLeftOfIt() throws Exception {
        LiveReel reel = start();
        ProcessHandle packager = packager();

        reel.close();
        reel.close(); // does nothing

        // Its shell has waited for it; the system may take a moment to say so.
        assertThat(packager.onExit().get(5, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThatThrownBy(() -> get(reel.uri())).isInstanceOf(ConnectException.class);
    }

    @Test
    void aFileThatIsNoVideoIsRefusedWithItsReason(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("x.mp4"), "this is no video\n");

        assertThatThrownBy(() -> LiveReel.start(text, said::add))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("x.mp4 cannot be served live: ")
                .hasMessageContaining("Invalid data");
    }
}
