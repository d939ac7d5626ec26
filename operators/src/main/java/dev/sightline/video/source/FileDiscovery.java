// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists the files of the given locations as splits. When watching, a file counts only once its size
 * and time have not changed for a while: a half-copied video would be read as a broken one.
 *
 * <p>Runs in the JobManager, on the enumerator's worker thread; reads both ends of each new file.
 */
final class FileDiscovery {

    private final List<SourceLocation> locations;
    private final Duration settle;
    private final Clock clock;
    private final Map<Path, Settling> settling = new HashMap<>();
    private final Map<Settled, Fingerprint> fingerprints = new HashMap<>();

    private record Settling(long size, long modified, long since) {}

    private record Settled(Path path, long size, long modified) {}

    /**
     * @param settle how long a file must be unchanged; zero takes files as they are
     */
    FileDiscovery(List<SourceLocation> locations, Duration settle, Clock clock) {
        this.locations = List.copyOf(locations);
        this.settle = settle;
        this.clock = clock;
    }

    /** All files that are there and complete, in the order of the locations, then by path. */
    List<VideoSplit> list() {
        List<VideoSplit> splits = new ArrayList<>();
        Map<String, String> pathsById = new HashMap<>();
        for (SourceLocation location : locations) {
            for (VideoSplit split : list(location)) {
                String other = pathsById.putIfAbsent(split.stream().streamId(), split.path());
                splits.add(other == null || other.equals(split.path()) ? split : refuse(split));
            }
        }
        return splits;
    }

    private List<VideoSplit> list(SourceLocation location) {
        Path root = Path.of(location.path()).toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(root)) {
                return file(root, location.id().isEmpty() ? name(root) : location.id());
            }
            List<VideoSplit> splits = new ArrayList<>();
            for (Path file : VideoFiles.below(root)) {
                String prefix = location.id().isEmpty() ? "" : location.id() + "/";
                splits.addAll(file(file, prefix + slashed(root.relativize(file))));
            }
            return splits.isEmpty() && !watching()
                    ? List.of(problem(root, name(root), "holds no video files"))
                    : splits;
        } catch (IOException | UncheckedIOException e) {
            return List.of(problem(root, name(root), "cannot be listed: " + e.getMessage()));
        }
    }

    private boolean watching() {
        return !settle.isZero();
    }

    private List<VideoSplit> file(Path file, String streamId) {
        if (!Files.exists(file)) {
            return watching() ? List.of() : List.of(problem(file, streamId, "does not exist"));
        }
        try {
            Settled state =
                    new Settled(file, Files.size(file), Files.getLastModifiedTime(file).toMillis());
            return settled(state) ? List.of(split(state, streamId)) : List.of();
        } catch (IOException e) {
            return List.of(problem(file, streamId, "cannot be read: " + e.getMessage()));
        }
    }

    private boolean settled(Settled state) {
        if (!watching() || fingerprints.containsKey(state)) {
            return true;
        }
        long now = clock.millis();
        Settling before = settling.get(state.path());
        boolean unchanged =
                before != null
                        && before.size() == state.size()
                        && before.modified() == state.modified();
        if (!unchanged) {
            settling.put(state.path(), new Settling(state.size(), state.modified(), now));
            return false;
        }
        return now - before.since() >= settle.toMillis();
    }

    private VideoSplit split(Settled state, String streamId) throws IOException {
        Fingerprint fingerprint = fingerprints.get(state);
        if (fingerprint == null) {
            fingerprint = Fingerprint.of(state.path());
            fingerprints.keySet().removeIf(old -> old.path().equals(state.path()));
            fingerprints.put(state, fingerprint);
            settling.remove(state.path());
        }
        return new VideoSplit(
                stream(state.path(), streamId, fingerprint), state.path().toString(), -1, "");
    }

    private static VideoSplit refuse(VideoSplit split) {
        return new VideoSplit(
                split.stream(),
                split.path(),
                -1,
                "another source has the same stream id; give one of them its own: ID=PATH");
    }

    private static VideoSplit problem(Path path, String streamId, String problem) {
        return new VideoSplit(
                stream(path, streamId, new Fingerprint("", 0)), path.toString(), -1, problem);
    }

    private static StreamRef stream(Path path, String streamId, Fingerprint fingerprint) {
        return new StreamRef(
                streamId,
                fingerprint.epoch(),
                path.toUri().toString(),
                SourceKind.FILE,
                fingerprint.asset());
    }

    private static String name(Path path) {
        return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }

    private static String slashed(Path relative) {
        return relative.toString().replace('\\', '/');
    }
}
