// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The folder that an index is in. Says in words what is wrong with it.
 *
 * @param path where it is
 */
record IndexFolder(Path path) {

    /** What the commits of an index have, with the version of its format. */
    static final String MARK = "sightline.timeline-index";

    static final String VERSION = "1";

    /** What a process leaves that was killed before its first commit. */
    private static final Pattern UNFINISHED =
            Pattern.compile("write\\.lock|_.*|pending_segments.*");

    /** Makes the folder, and refuses one that holds something else. */
    Directory open() throws IOException {
        try {
            Files.createDirectories(path);
        } catch (FileAlreadyExistsException e) {
            throw new IOException("the index folder " + path + " is a file; name a folder", e);
        } catch (IOException e) {
            throw new IOException("the index folder " + path + " cannot be made: " + e, e);
        }
        Directory directory = FSDirectory.open(path);
        try {
            check(directory);
            return directory;
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw explained(e);
        }
    }

    private void check(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            List<String> others = others();
            if (!others.isEmpty()) {
                throw foreign("holds " + others.get(0) + " and no index");
            }
            return;
        }
        Map<String, String> commit = SegmentInfos.readLatestCommit(directory).getUserData();
        String version = commit.get(MARK);
        if (version == null) {
            throw foreign("holds another program's index");
        } else if (!version.equals(VERSION)) {
            throw new IOException(
                    "the index in %s has the format %s, and this version reads %s; delete the folder, and the topics are read again"
                            .formatted(path, version, VERSION));
        }
    }

    private List<String> others() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !UNFINISHED.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    private IOException foreign(String what) {
        return new IOException(
                "the index folder " + path + " " + what + "; name an empty or a new folder");
    }

    /** What went wrong when the index was opened or written, and what to do. */
    IOException explained(Exception failure) {
        if (failure instanceof LockObtainFailedException) {
            return new IOException(
                    "the index in %s is in use by another process; end that one, or name another folder"
                            .formatted(path),
                    failure);
        } else if (isBroken(failure)) {
            return new IOException(
                    "the index in %s is broken; delete the folder, and the topics are read again (%s)"
                            .formatted(path, failure.getMessage()),
                    failure);
        } else if (failure instanceof IOException told && named(told)) {
            return told;
        }
        return new IOException(
                "the index in %s cannot be read or written (%s); is the disk full or away?"
                        .formatted(path, failure.getMessage()),
                failure);
    }

    private static boolean isBroken(Exception failure) {
        return failure instanceof CorruptIndexException
                || failure instanceof IndexFormatTooOldException
                || failure instanceof IndexFormatTooNewException
                || failure instanceof EOFException
                || failure instanceof FileNotFoundException
                || failure instanceof NoSuchFileException;
    }

    private boolean named(IOException failure) {
        return failure.getClass() == IOException.class
                && String.valueOf(failure.getMessage()).startsWith("the index ");
    }
}
