// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Local files. Of each, both ends are read to tell its content from others. */
final class LocalTree implements FileTree {

    private final Path root;

    LocalTree(String path) {
        this.root = Path.of(path).toAbsolutePath().normalize();
    }

    @Override
    public String root() {
        return root.toString();
    }

    @Override
    public String name(String path) {
        Path name = Path.of(path).getFileName();
        return name == null ? path : name.toString();
    }

    @Override
    public String below(String path) {
        return root.relativize(Path.of(path)).toString().replace('\\', '/');
    }

    @Override
    public String uri(String path) {
        return Path.of(path).toUri().toString();
    }

    @Override
    public boolean isFolder() {
        return Files.isDirectory(root);
    }

    @Override
    public Found find() {
        VideoFiles.Listing listing = VideoFiles.below(root);
        SortedMap<String, String> unreadable = new TreeMap<>();
        listing.unreadable().forEach((path, why) -> unreadable.put(path.toString(), why));
        return new Found(listing.videos().stream().map(Path::toString).toList(), unreadable);
    }

    @Override
    public Optional<State> state(String path) throws IOException {
        Path file = Path.of(path);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        long modified = Files.getLastModifiedTime(file).toMillis();
        return Optional.of(new State(Files.isRegularFile(file), Files.size(file), modified));
    }

    @Override
    public Fingerprint fingerprint(String path, State state) throws IOException {
        return Fingerprint.of(Path.of(path));
    }
}
