// SPDX-License-Identifier: Apache-2.0
package dev.sightline.picture;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

/** Writes a picture so that nobody ever sees half of it. */
final class PictureFile {

    /** Stores whose objects appear when they are complete, and where renaming means copying. */
    private static final Set<String> OBJECT_STORES =
            Set.of("s3", "s3a", "s3n", "s3p", "gs", "oss", "obs", "cosn");

    private PictureFile() {}

    /**
     * Writes or overwrites a file; folders on the way are made.
     *
     * @throws IOException if the store does not take it; then the file is what it was before
     */
    static void write(URI target, byte[] jpeg) throws IOException {
        Path path = new Path(target);
        FileSystem files = path.getFileSystem();
        if (OBJECT_STORES.contains(target.getScheme())) {
            write(files, path, jpeg);
            return;
        }
        Path unfinished =
                new Path(path.getParent(), "." + path.getName() + "." + UUID.randomUUID());
        try {
            write(files, unfinished, jpeg);
            replace(files, unfinished, path);
        } catch (IOException | RuntimeException e) {
            deleteAfter(e, files, unfinished);
            throw e;
        }
    }

    private static void write(FileSystem files, Path path, byte[] jpeg) throws IOException {
        try (FSDataOutputStream out = files.create(path, WriteMode.OVERWRITE)) {
            out.write(jpeg);
        }
    }

    /** Not every file system renames onto a file that is there. */
    private static void replace(FileSystem files, Path from, Path to) throws IOException {
        if (!files.rename(from, to)) {
            files.delete(to, false);
            if (!files.rename(from, to)) {
                throw new IOException(from + " cannot be renamed to " + to.getName());
            }
        }
    }

    private static void deleteAfter(Exception failure, FileSystem files, Path unfinished) {
        try {
            files.delete(unfinished, false);
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
