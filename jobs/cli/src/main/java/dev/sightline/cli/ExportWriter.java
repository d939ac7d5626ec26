// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Saves what a timeline search exports. */
final class ExportWriter {

    /** A sheet of small pictures, as the service calls those of the file that it writes. */
    private static final Pattern SHEET = Pattern.compile("(?m)^sprites-(\\d{1,6})\\.jpg(?=#|$)");

    private static final String EXPORT = "export";
    private static final String EXTENSION = ".vtt";

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
     */
    private List<Path> saveSprites(ExportFile file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        save(bytes, file);
        String name = file.target().getFileName().toString();
        String start = name.endsWith(EXTENSION) ? name.substring(0, name.length() - 4) : name;
        String address = URLEncoder.encode(start, StandardCharsets.UTF_8).replace("+", "%20");
        TreeSet<Integer> sheets = new TreeSet<>();
        String track =
                SHEET.matcher(bytes.toString(StandardCharsets.UTF_8))
                        .replaceAll(
                                found -> {
                                    sheets.add(Integer.valueOf(found.group(1)));
                                    return address + "-" + found.group(1) + ".jpg";
                                });
        List<Path> written = new ArrayList<>();
        for (int sheet : sheets) {
            Path target = file.target().resolveSibling(start + "-" + sheet + ".jpg");
            save(target, out -> client.download("tracks/sprite.jpg", sheet(file, sheet), out));
            written.add(target);
        }
        save(file.target(), out -> out.write(track.getBytes(StandardCharsets.UTF_8)));
        written.add(file.target());
        return written;
    }

    private void save(ByteArrayOutputStream memory, ExportFile file) {
        try {
            copy(file, memory);
        } catch (IOException e) {
            throw new IllegalStateException("memory takes everything", e);
        }
    }

    private static RequestParameters sheet(ExportFile file, int number) {
        return new RequestParameters()
                .addAll("stream", file.streams())
                .add("sheet", String.valueOf(number));
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
            throw new CommandFailure("cannot write " + target + ": " + e.getMessage(), e);
        }
    }

    /**
     * Makes sure, before anything is asked, that nothing is in the way.
     *
     * @throws CommandFailure if a file is there that must stay
     */
    void checkFree(ExportFile file) {
        if (!force && Files.exists(file.target())) {
            throw inTheWay(file.target().toString());
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
