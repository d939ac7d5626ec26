// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.StreamRef;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists the files of the given locations as splits. When watching, a file counts only once its size
 * and time have not changed for a while: a half-copied video would be read as a broken one.
 *
 * <p>Runs in the JobManager, on the enumerator's worker thread; reads both ends of each new local
 * file.
 */
final class FileDiscovery {

    private final List<SourceLocation> locations;
    private final Duration settle;
    private final Clock clock;
    private Map<String, Seen> before = Map.of();
    private Map<String, Seen> now = Map.of();

    /** A file in one state: since when it is known to be in it, and its content once it counts. */
    private record Seen(FileTree.State state, long since, Fingerprint content) {}

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
        FileTree tree = FileTree.of(location);
        String root = tree.root();
        String id = location.id().isEmpty() ? tree.name(root) : location.id();
        try {
            return tree.isFolder() ? folder(tree, location.id()) : file(tree, root, id);
        } catch (IOException e) {
            return List.of(problem(tree, root, id, "cannot be read: " + VideoFiles.reason(e)));
        }
    }

    private List<VideoSplit> folder(FileTree tree, String id) {
        String prefix = id.isEmpty() ? "" : id + "/";
        FileTree.Found found = tree.find();
        List<VideoSplit> splits = new ArrayList<>();
        found.unreadable().forEach((path, why) -> splits.add(unlisted(tree, prefix, path, why)));
        for (String video : found.videos()) {
            splits.addAll(file(tree, video, prefix + tree.below(video)));
        }
        String root = tree.root();
        return splits.isEmpty() && !watching()
                ? List.of(problem(tree, root, tree.name(root), "holds no video files"))
                : splits;
    }

    private static VideoSplit unlisted(FileTree tree, String prefix, String folder, String why) {
        boolean root = folder.equals(tree.root());
        String id = root ? tree.name(folder) : prefix + tree.below(folder);
        return problem(tree, folder, id, "cannot be listed: " + why);
    }

    private boolean watching() {
        return !settle.isZero();
    }

    private List<VideoSplit> file(FileTree tree, String file, String streamId) {
        try {
            Optional<FileTree.State> state = tree.state(file);
            if (state.isEmpty()) {
                return watching()
                        ? List.of()
                        : List.of(problem(tree, file, streamId, "does not exist"));
            }
            if (!state.get().regular()) {
                String what = "is neither a file nor a directory";
                return List.of(problem(tree, file, streamId, what));
            }
            Seen seen = look(tree, file, state.get());
            now.put(file, seen);
            return seen.content() == null
                    ? List.of()
                    : List.of(
                            new VideoSplit(
                                    stream(tree, file, streamId, seen.content()), file, -1, ""));
        } catch (IOException e) {
            String why = VideoFiles.reason(e);
            return List.of(problem(tree, file, streamId, "cannot be read: " + why));
        }
    }

    private Seen look(FileTree tree, String file, FileTree.State state) throws IOException {
        Seen last = now.getOrDefault(file, before.get(file));
        boolean unchanged = last != null && last.state().equals(state);
        if (unchanged && last.content() != null) {
            return last;
        }
        long time = clock.millis();
        long since = unchanged ? last.since() : time;
        boolean settled = time - since >= settle.toMillis();
        return new Seen(state, since, settled ? tree.fingerprint(file, state) : null);
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

    private static VideoSplit problem(FileTree tree, String path, String streamId, String problem) {
        return new VideoSplit(
                stream(tree, path, streamId, new Fingerprint("", 0)), path, -1, problem);
    }

    private static StreamRef stream(
            FileTree tree, String path, String streamId, Fingerprint fingerprint) {
        return new StreamRef(
                streamId, fingerprint.epoch(), tree.uri(path), tree.kind(), fingerprint.asset());
    }
}
