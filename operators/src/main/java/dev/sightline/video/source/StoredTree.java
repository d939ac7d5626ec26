// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;

/**
 * Files of one of Flink's file systems. The JobManager lists them and reads none: in a store with
 * many objects, a request for each would take longer than the first of them to be watched. So what
 * tells the content of one is its address, size, and time of modification; an object that was
 * copied anew is another content.
 */
final class StoredTree implements FileTree {

    private final Path root;
    private final Map<String, State> listed = new HashMap<>();

    StoredTree(String uri) {
        this.root = new Path(uri);
    }

    @Override
    public String root() {
        return root.toString();
    }

    @Override
    public String name(String path) {
        String name = new Path(path).getName();
        return name.isEmpty() ? root.toUri().getAuthority() : name;
    }

    @Override
    public String below(String path) {
        String folder = root.getPath();
        String below = new Path(path).getPath().substring(folder.length());
        return below.startsWith("/") ? below.substring(1) : below;
    }

    @Override
    public String uri(String path) {
        return new Path(path).toUri().toString();
    }

    @Override
    public boolean isFolder() throws IOException {
        return status(root).map(FileStatus::isDir).orElse(false);
    }

    private static Optional<FileStatus> status(Path path) throws IOException {
        try {
            return Optional.ofNullable(path.getFileSystem().getFileStatus(path));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public Found find() {
        List<String> videos = new ArrayList<>();
        SortedMap<String, String> unreadable = new TreeMap<>();
        find(root, videos, unreadable);
        return new Found(videos.stream().sorted().toList(), unreadable);
    }

    private void find(Path folder, List<String> videos, SortedMap<String, String> unreadable) {
        try {
            for (FileStatus status : folder.getFileSystem().listStatus(folder)) {
                Path path = status.getPath();
                if (status.isDir()) {
                    find(path, videos, unreadable);
                } else if (VideoFiles.isVideo(path.getName())) {
                    listed.put(path.toString(), state(status));
                    videos.add(path.toString());
                }
            }
        } catch (FileNotFoundException e) {
            // It is gone since the folder above was listed.
        } catch (IOException e) {
            unreadable.put(folder.toString(), VideoFiles.reason(e));
        }
    }

    @Override
    public Optional<State> state(String path) throws IOException {
        State known = listed.get(path);
        return known != null ? Optional.of(known) : status(new Path(path)).map(StoredTree::state);
    }

    private static State state(FileStatus status) {
        return new State(!status.isDir(), status.getLen(), status.getModificationTime());
    }

    @Override
    public Fingerprint fingerprint(String path, State state) {
        return Fingerprint.of(uri(path), state.size(), state.modified());
    }
}
