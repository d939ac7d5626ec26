// SPDX-License-Identifier: Apache-2.0
package dev.sightline.picture;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * Deletes pictures that are older than their retention, by the time at which they were written, and
 * folders that have been empty for as long. Files with other names than ours stay. The streams'
 * folders are shared out between the tasks by their names; one thread.
 */
final class PictureSweep {

    private static final FileStatus[] NOTHING = {};

    private final Path folder;
    private final Duration retention;
    private final int share;
    private final int shares;
    private final Clock clock;
    private final Deque<FileStatus> open = new ArrayDeque<>();

    /**
     * @param folder of one kind of picture
     * @param share which part of it this task looks after, from 0
     * @param shares in how many parts it is divided
     */
    PictureSweep(URI folder, Duration retention, int share, int shares, Clock clock) {
        this.folder = new Path(folder);
        this.retention = retention;
        this.share = share;
        this.shares = shares;
        this.clock = clock;
    }

    /**
     * Looks at some folders, going on where it stopped; ends at the end of a pass.
     *
     * @param most folders to look at
     * @return how many pictures were deleted
     */
    long run(int most) throws IOException {
        FileSystem files = folder.getFileSystem();
        if (open.isEmpty()) {
            for (FileStatus stream : list(files, folder)) {
                if (stream.isDir() && mine(stream.getPath().getName())) {
                    open.push(stream);
                }
            }
        }
        long deleted = 0;
        for (int i = 0; i < most && !open.isEmpty(); i++) {
            deleted += sweep(files, open.pop());
        }
        return deleted;
    }

    private boolean mine(String streamFolder) {
        return Math.floorMod(streamFolder.hashCode(), shares) == share;
    }

    private long sweep(FileSystem files, FileStatus directory) throws IOException {
        FileStatus[] children = list(files, directory.getPath());
        if (children.length == 0 && old(directory)) {
            files.delete(directory.getPath(), false);
            return 0;
        }
        long deleted = 0;
        for (FileStatus child : children) {
            if (child.isDir()) {
                open.push(child);
            } else if (PictureName.ours(child.getPath().getName())
                    && old(child)
                    && files.delete(child.getPath(), false)) {
                deleted++;
            }
        }
        return deleted;
    }

    private boolean old(FileStatus status) {
        return clock.millis() - status.getModificationTime() > retention.toMillis();
    }

    /** Another task, or a person, may have deleted the folder; then there is nothing in it. */
    private static FileStatus[] list(FileSystem files, Path directory) throws IOException {
        try {
            FileStatus[] children = files.listStatus(directory);
            return children == null ? NOTHING : children;
        } catch (FileNotFoundException e) {
            return NOTHING;
        }
    }
}
