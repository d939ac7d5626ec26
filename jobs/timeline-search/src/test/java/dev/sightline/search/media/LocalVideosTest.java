// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.source.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalVideosTest {

    @TempDir Path folder;
    private Path root;
    private Path video;
    private LocalVideos videos;

    @BeforeEach
    void writeAVideo() throws IOException {
        root = Files.createDirectories(folder.resolve("videos"));
        video = Files.writeString(root.resolve("a film.mp4"), "content");
        videos = new LocalVideos(List.of(root));
    }

    private static StreamRef stream(Path file, String uri) throws IOException {
        return new StreamRef("a", 1, uri, SourceKind.FILE, Fingerprint.of(file).asset());
    }

    private static StreamRef stream(Path file) throws IOException {
        return stream(file, file.toUri().toString());
    }

    @Test
    void aFileBelowARootIsFound() throws IOException {
        assertThat(videos.file(stream(video))).contains(video.toRealPath());
        String ofFlink = video.toUri().toString().replace("file:///", "file:/");
        assertThat(videos.file(stream(video, ofFlink))).contains(video.toRealPath());
    }

    @Test
    void aFileOutsideIsNot() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.mp4"), "secret");
        assertThat(videos.file(stream(secret))).isEmpty();
        String dotted = root.toUri() + "../secret.mp4";
        assertThat(videos.file(stream(secret, dotted))).isEmpty();
        assertThat(new LocalVideos(List.of()).file(stream(video))).isEmpty();
    }

    @Test
    void aFolderWhoseNameOnlyBeginsLikeTheRootIsOutside() throws IOException {
        Path other = Files.createDirectories(folder.resolve("videos2")).resolve("b.mp4");
        Files.writeString(other, "content");
        assertThat(videos.file(stream(other))).isEmpty();
    }

    @Test
    void aLinkDoesNotLeadOut() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.mp4"), "secret");
        Path link = Files.createSymbolicLink(root.resolve("link.mp4"), secret);
        assertThat(videos.file(stream(link))).isEmpty();
        Path inside = Files.createSymbolicLink(root.resolve("inside.mp4"), video);
        assertThat(videos.file(stream(inside))).contains(video.toRealPath());
    }

    @Test
    void aFileThatChangedIsNotShown() throws IOException {
        StreamRef stream = stream(video);
        assertThat(videos.file(stream)).isPresent();
        Files.writeString(video, "another");
        Files.setLastModifiedTime(video, FileTime.fromMillis(1_000_000));
        assertThat(videos.file(stream)).isEmpty();
        Files.delete(video);
        assertThat(videos.file(stream)).isEmpty();
    }

    @Test
    void whatIsNoLocalFileIsNotOpened() throws IOException {
        for (String uri :
                List.of(
                        "http://example.org/a.mp4",
                        "rtsp://camera/1",
                        "file://host" + video,
                        "file:a.mp4",
                        "file:///a%00b",
                        video.toString(),
                        "::",
                        "",
                        root.toUri().toString())) {
            assertThat(videos.file(stream(video, uri))).as(uri).isEmpty();
        }
        String uri = video.toUri().toString();
        StreamRef live = new StreamRef("a", 1, uri, SourceKind.HLS, "7-0");
        StreamRef unknown = new StreamRef("a", 1, uri, SourceKind.FILE, "");
        assertThat(videos.file(live)).isEmpty();
        assertThat(videos.file(unknown)).isEmpty();
    }
}
