// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {

    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1};

    @TempDir Path folder;

    private FoundPicture find(String uri) throws IOException {
        Path allowed = Files.createDirectories(folder.resolve("pictures"));
        GivenIndex index = new GivenIndex().withPicture("id", uri);
        return new Pictures(index, List.of(allowed)).find("id");
    }

    private Path file(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    @Test
    void aPictureIsReadById() throws IOException {
        Path file = file("pictures/a.jpg", JPEG);
        assertThat(find(file.toUri().toString()).picture().jpeg()).isEqualTo(JPEG);
        assertThat(find("file:" + file).picture().jpeg()).isEqualTo(JPEG);
    }

    @Test
    void otherPlacesAreNotRead() throws IOException {
        Path outside = file("outside.jpg", JPEG);
        assertThat(find(outside.toUri().toString()).reason())
                .contains("outside", "--picture-folder");
        Path link = folder.resolve("pictures/link.jpg");
        Files.createSymbolicLink(link, outside);
        assertThat(find(link.toUri().toString()).reason()).contains("outside");
        assertThat(find("s3://bucket/a.jpg").reason()).contains("not a local file");
        assertThat(find("http://127.0.0.1/a.jpg").reason()).contains("not a local file");
        assertThat(find("file:///no/such.jpg").picture()).isNull();
    }

    @Test
    void otherContentIsNotShown() throws IOException {
        Path text = file("pictures/b.jpg", "<script>".getBytes());
        assertThat(find(text.toUri().toString()).reason()).contains("no JPEG");
        Path large = file("pictures/c.jpg", Arrays.copyOf(JPEG, Picture.MOST_BYTES + 1));
        assertThat(find(large.toUri().toString()).reason()).contains("larger");
        Path full = file("pictures/d.jpg", Arrays.copyOf(JPEG, Picture.MOST_BYTES));
        assertThat(find(full.toUri().toString()).picture()).isNotNull();
        Path empty = file("pictures/e.jpg", new byte[0]);
        assertThat(find(empty.toUri().toString()).reason()).contains("no JPEG");
    }

    @Test
    void anUnknownIdHasNone() throws IOException {
        assertThat(new Pictures(new GivenIndex(), List.of(folder)).read("id")).isEmpty();
    }
}
