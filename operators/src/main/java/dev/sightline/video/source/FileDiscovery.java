// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import java.io.IOException;
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
    private Map<Path, Seen> before = Map.of();
    private Map<Path, Seen> now = Map.of();

    /** A file in one state: since when it is known to be in it, and its content once it counts. */
    private record Seen(long size, long modified, long since, Fingerprint content) {

        boolean isOf(long otherSize, long otherModified) {
            return size == otherSize && modified == otherModified;
        }
    }

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
        before = now;
        now = new HashMap<>(); // what is no longer there is forgotten
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

    /** How many files are remembered. */
    int remembered() {
        return now.size();
    }

    private List<VideoSplit> list(SourceLocation location) {
        Path root = Path.of(location.path()).toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            return file(root, location.id().isEmpty() ? name(root) : location.id());
        }
        String prefix = location.id().isEmpty() ? "" : location.id() + "/";
        VideoFiles.Listing listing = VideoFiles.below(root);
        List<VideoSplit> splits = new ArrayList<>();
        listing.unreadable().forEach((path, why) -> splits.add(unlisted(root, prefix, path, why)));
        for (Path video : listing.videos()) {
            splits.addAll(file(video, prefix + slashed(root.relativize(video))));
        }
        return splits.isEmpty() && !watching()
                ? List.of(problem(root, name(root), "holds no video files"))
                : splits;
    }

    private static VideoSplit unlisted(Path root, String prefix, Path folder, String why) {
        String id = folder.equals(root) ? name(root) : prefix + slashed(root.relativize(folder));
        return problem(folder, id, "cannot be listed: " + why);
    }

    private boolean watching() {
        return !settle.isZero();
    }

    private List<VideoSplit> file(Path file, String streamId) {
        if (!Files.exists(file)) {
            return watching() ? List.of() : List.of(problem(file, streamId, "does not exist"));
        }
        if (!Files.isRegularFile(file)) {
            return List.of(problem(file, streamId, "is neither a file nor a directory"));
        }
        try {
            Seen seen = look(file);
            now.put(file, seen);
            return seen.content() == null
                    ? List.of()
                    : List.of(
                            new VideoSplit(
                                    stream(file, streamId, seen.content()),
                                    file.toString(),
                                    -1,
                                    ""));
        } catch (IOException e) {
            String why = VideoFiles.reason(e);
            return List.of(problem(file, streamId, "cannot be read: " + why));
        }
    }

    private Seen look(Path file) throws IOException {
        long size = Files.size(file);
        long modified = Files.getLastModifiedTime(file).toMillis();
        Seen last = now.getOrDefault(file, before.get(file));
        boolean unchanged = last != null && last.isOf(size, modified);
        if (unchanged && last.content() != null) {
            return last;
        }
        long time = clock.millis();
        long since = unchanged ? last.since() : time;
        boolean settled = time - since >= settle.toMillis();
        return new Seen(size, modified, since, settled ? Fingerprint.of(file) : null);
    }

    /**
     * A refusal is a timeline of its own, whatever the content: it must neither wait for a place on
     * that of the file that is read nor count as told with it.
     */
    private static VideoSplit refuse(VideoSplit split) {
        StreamRef stream = split.stream();
        long epoch = Fingerprint.epochOf(stream.asset() + "@" + split.path());
        String problem =
                split.problem().isEmpty()
                        ? "another source has the same stream id; give one of them its own: ID=PATH"
                        : split.problem();
        return new VideoSplit(
                new StreamRef(
                        stream.streamId(), epoch, stream.uri(), stream.kind(), stream.asset()),
                split.path(),
                -1,
                problem);
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
