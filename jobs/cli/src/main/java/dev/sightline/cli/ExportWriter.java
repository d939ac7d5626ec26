// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Saves what a timeline search exports. */
final class ExportWriter {

    private static final String EXPORT = "export";
    private static final String TRACKS = "tracks/";
    private static final String SPRITE = TRACKS + "sprite.jpg";

    private final SearchClient client;
    private final String text;
    private final boolean force;
    private volatile NewFile unfinished;

    @FunctionalInterface
    private interface Content {
        void copyTo(OutputStream out) throws IOException;
    }

    /**
     * @param text whose moments are exported too, or null
     * @param force whether files that are there are overwritten
     */
    ExportWriter(SearchClient client, String text, boolean force) {
        this.client = client;
        this.text = text;
        this.force = force;
    }

    /**
     * Writes to a stream.
     *
     * @throws IOException if the stream fails
     */
    void copy(ExportFile file, OutputStream out) throws IOException {
        client.download(
                EXPORT,
                new RequestParameters()
                        .add("format", file.format().word())
                        .addAll("stream", file.streams())
                        .add("text", text),
                out);
    }

    /**
     * Writes a file, and what belongs to it beside it.
     *
     * @return all that was written
     * @throws CommandFailure if it cannot be written
     */
    List<Path> save(ExportFile file) {
        if (file.format() == ExportFormat.SPRITES) {
            return saveSprites(file);
        }
        save(file.target(), out -> copy(file, out));
        return List.of(file.target());
    }

    /**
     * The pictures get names of their own, since those of several streams may lie in one folder.
     * All is fetched before the first of the files appears: ten sheets of some hundred kilobytes.
     */
    private List<Path> saveSprites(ExportFile file) {
        RequestParameters stream = new RequestParameters().addAll("stream", file.streams());
        // The service's own track says of each sheet what to ask for.
        String track = new String(fetched(TRACKS + file.format().word(), stream), UTF_8);
        SpriteFiles sprites = SpriteFiles.of(file.target(), track);
        sprites.sheets().keySet().forEach(this::checkFree);
        Map<Path, byte[]> files = new LinkedHashMap<>();
        sprites.sheets().forEach((target, sheet) -> files.put(target, fetched(SPRITE, sheet)));
        files.put(file.target(), sprites.track().getBytes(UTF_8));
        return saveAll(files);
    }

    private byte[] fetched(String path, RequestParameters parameters) {
        ByteArrayOutputStream memory = new ByteArrayOutputStream();
        try {
            client.download(path, parameters, memory);
        } catch (IOException e) {
            throw new IllegalStateException("memory takes everything", e);
        }
        return memory.toByteArray();
    }

    /** All or none: a track is of no use without its sheets. */
    private List<Path> saveAll(Map<Path, byte[]> files) {
        List<Path> written = new ArrayList<>();
        try {
            files.forEach(
                    (target, bytes) -> {
                        save(target, out -> out.write(bytes));
                        written.add(target);
                    });
            return written;
        } catch (CommandFailure e) {
            written.forEach(ExportWriter::delete);
            throw e;
        }
    }

    private static void delete(Path written) {
        try {
            Files.deleteIfExists(written);
        } catch (IOException e) {
            // It stays; why the export failed matters more.
        }
    }

    private void save(Path target, Content content) {
        try (NewFile written = new NewFile(target, force)) {
            unfinished = written;
            Files.createDirectories(target.toAbsolutePath().getParent());
            try (OutputStream stream = written.open()) {
                content.copyTo(stream);
            }
            written.appear();
        } catch (FileAlreadyExistsException e) {
            throw inTheWay(e.getFile());
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + target + ": " + FileProblem.reason(e), e);
        }
    }

    /**
     * Makes sure, before anything is asked, that nothing is in the way.
     *
     * @throws CommandFailure if a file is there that must stay
     */
    void checkFree(ExportFile file) {
        checkFree(file.target());
    }

    private void checkFree(Path target) {
        if (!force && Files.exists(target)) {
            throw inTheWay(target.toString());
        }
    }

    private static CommandFailure inTheWay(String file) {
        return new CommandFailure(file + " is there already; --force overwrites files");
    }

    /** Leaves nothing of what is being written when the process ends. */
    void discard() {
        NewFile left = unfinished;
        try {
            if (left != null) {
                left.close();
            }
        } catch (IOException e) {
            // It stays, hidden; who has interrupted wants no more.
        }
    }
}
