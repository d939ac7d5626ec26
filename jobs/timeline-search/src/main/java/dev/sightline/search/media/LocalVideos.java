// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.source.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Says which local file a stream was read from, if it may be shown: below one of the allowed
 * folders, and with the content that the job saw. Safe for use by several threads.
 */
public final class LocalVideos {

    private static final int REMEMBERED = 10_000;

    private final List<Path> roots;
    private final Recent<String> assets = new Recent<>(REMEMBERED);

    /**
     * @param roots folders whose files may be shown; none for no file at all
     */
    public LocalVideos(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /**
     * The file of a stream, if it is one of ours, below a root, and unchanged. Links are followed,
     * but not out of the roots; the path that is returned has none.
     */
    public Optional<Path> file(StreamRef stream) {
        if (stream.kind() != SourceKind.FILE || stream.asset().isEmpty()) {
            return Optional.empty();
        }
        return LocalFile.named(stream.uri())
                .flatMap(path -> LocalFile.below(path, roots))
                .filter(file -> isUnchanged(file, stream.asset()));
    }

    /** Reads both ends of the file, unless it was not written to since that was done last. */
    private boolean isUnchanged(Path file, String asset) {
        try {
            FileState state = FileState.of(file);
            String known = assets.of(state);
            if (known == null) {
                known = Fingerprint.of(file).asset();
                assets.put(state, known);
            }
            return known.equals(asset);
        } catch (IOException e) {
            return false; // cannot be read, so it cannot be shown
        }
    }
}
