// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes timelines for other programs. */
@Command(
        name = "export",
        description =
                "Write timelines of streams as files of other programs; a timeline search that"
                        + " runs is asked.",
        footer = {
            "",
            SearchAccess.ENVIRONMENT,
            "Exit codes: 0 written, 1 a file is there already or cannot be written, 2 wrong usage,"
                    + " 3 the timeline search did not answer or refused."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private static final String EXPORT = "export";
    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--stream",
            required = true,
            paramLabel = "ID",
            description = "What to export; can be repeated.")
    private Set<String> streams = new LinkedHashSet<>();

    @Option(
            names = "--format",
            required = true,
            split = ",",
            paramLabel = "FORMAT",
            converter = ExportFormat.Converter.class,
            completionCandidates = ExportFormat.Words.class,
            description = "${COMPLETION-CANDIDATES}; can be repeated.")
    private Set<ExportFormat> formats = new LinkedHashSet<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE|FOLDER|-",
            description =
                    "Where to: a file; a folder, for a file of each stream and format; or - for"
                            + " standard output.")
    private String out;

    @Option(names = "--force", description = "Overwrite files that are there.")
    private boolean force;

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            description = "Export the moments that are found for this text, too.")
    private String text;

    @Mixin private SearchAccess access = new SearchAccess(System.getenv());

    private volatile NewFile unfinished;

    @Override
    public Integer call() throws Exception {
        List<ExportFormat> as = List.copyOf(formats);
        List<String> from = List.copyOf(streams);
        if (out.equals(STANDARD_OUTPUT)) {
            print(ExportFile.single(as, from, null));
            return 0;
        }
        List<ExportFile> files = ExportFile.plan(as, from, out);
        SearchClient client = access.client();
        files.forEach(file -> checkFree(file.target()));
        return OnInterrupt.during(
                () -> {
                    for (ExportFile file : files) {
                        write(client, file);
                        System.out.println(file.target());
                    }
                    return 0;
                },
                this::discard);
    }

    private void print(ExportFile file) throws IOException {
        access.client().download(EXPORT, asked(file), System.out);
        if (System.out.checkError()) { // which flushes
            throw new CommandFailure("standard output was closed before everything was written");
        }
    }

    private void checkFree(Path target) {
        if (!force && Files.exists(target)) {
            throw inTheWay(target.toString());
        }
    }

    private void write(SearchClient client, ExportFile file) {
        Path target = file.target();
        try (NewFile written = new NewFile(target, force)) {
            unfinished = written;
            Files.createDirectories(target.toAbsolutePath().getParent());
            try (OutputStream stream = written.open()) {
                client.download(EXPORT, asked(file), stream);
            }
            written.appear();
        } catch (FileAlreadyExistsException e) {
            throw inTheWay(e.getFile());
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + target + ": " + e.getMessage(), e);
        }
    }

    private static CommandFailure inTheWay(String file) {
        return new CommandFailure(file + " is there already; --force overwrites a file");
    }

    private RequestParameters asked(ExportFile file) {
        return new RequestParameters()
                .add("format", file.format().word())
                .addAll("stream", file.streams())
                .add("text", text);
    }

    private void discard() {
        try {
            if (unfinished != null) {
                unfinished.close();
            }
        } catch (IOException e) {
            // It stays, hidden; the user has interrupted, and wants no more.
        }
    }
}
