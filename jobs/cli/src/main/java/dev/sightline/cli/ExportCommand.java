// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.IOException;
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

    @Override
    public Integer call() throws Exception {
        List<ExportFormat> as = List.copyOf(formats);
        List<String> from = List.copyOf(streams);
        if (out.equals(STANDARD_OUTPUT)) {
            print(ExportFile.single(as, from, null));
            return 0;
        }
        List<ExportFile> files = ExportFile.plan(as, from, out);
        ExportWriter writer = new ExportWriter(access.client(), text, force);
        files.forEach(writer::checkFree);
        return OnInterrupt.during(() -> save(writer, files), writer::discard);
    }

    private static int save(ExportWriter writer, List<ExportFile> files) {
        for (ExportFile file : files) {
            writer.save(file).forEach(System.out::println);
        }
        return 0;
    }

    private void print(ExportFile file) throws IOException {
        new ExportWriter(access.client(), text, force).copy(file, System.out);
        if (System.out.checkError()) { // which flushes
            throw new CommandFailure("standard output was closed before everything was written");
        }
        if (file.format() == ExportFormat.SPRITES) {
            System.err.println("sightline: its pictures come with a file as --out only");
        }
    }
}
