// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import dev.sightline.search.index.TimelineIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads pictures by the ids of what they show. Where a picture lies is what the index says, never
 * what a request says; only JPEG files below the allowed folders are read. Safe for use by several
 * threads.
 */
public final class Pictures {

    private final TimelineIndex index;
    private final List<Path> folders;

    /**
     * @param folders where the job puts its pictures
     */
    public Pictures(TimelineIndex index, List<Path> folders) {
        this.index = index;
        this.folders = List.copyOf(folders);
    }

    /**
     * The picture of a sample, a scene change or a match.
     *
     * @param id its CloudEvents id
     */
    public Optional<Picture> read(String id) throws IOException {
        return Optional.ofNullable(find(id).picture());
    }

    /** The same, with the reason where there is none. */
    public FoundPicture find(String id) throws IOException {
        Optional<String> uri = index.picture(id);
        if (uri.isEmpty()) {
            return FoundPicture.none("nothing of that id has a picture");
        }
        Optional<Path> named = LocalFile.named(uri.get());
        if (named.isEmpty()) {
            return FoundPicture.none("the picture is not a local file; only those are shown");
        }
        Optional<Path> file = LocalFile.below(named.get(), folders);
        return file.isEmpty()
                ? FoundPicture.none(
                        "the picture was deleted, or lies outside of the folders that pictures"
                                + " may be shown from; the service's --picture-folder adds one")
                : read(file.get());
    }

    private static FoundPicture read(Path file) {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(Picture.MOST_BYTES + 1);
            if (bytes.length > Picture.MOST_BYTES) {
                return FoundPicture.none("the picture is larger than 1 MiB");
            }
            return Picture.isJpeg(bytes)
                    ? new FoundPicture(new Picture(bytes), null)
                    : FoundPicture.none("the picture is no JPEG");
        } catch (IOException e) {
            return FoundPicture.none("the picture cannot be read");
        }
    }
}
