// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import dev.sightline.search.timeline.Scene;
import dev.sightline.search.timeline.StatusEvent;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a table by RFC 4180; texts that a spreadsheet would take for formulas get a quote before.
 */
final class Csv {

    private static final List<String> COLUMNS =
            List.of(
                    "stream",
                    "epoch",
                    "kind",
                    "id",
                    "start_ms",
                    "end_ms",
                    "start",
                    "end",
                    "wall",
                    "peak_ms",
                    "text",
                    "label",
                    "query",
                    "score",
                    "cosine",
                    "confidence",
                    "reason");

    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private final Writer out;

    Csv(Writer out) throws IOException {
        this.out = out;
        row(COLUMNS);
    }

    void write(ExportedStream stream) throws IOException {
        for (Scene scene : stream.scenes()) {
            row(scene(stream, scene));
        }
        for (Finding finding : stream.findings()) {
            row(finding(stream, finding));
        }
        for (StatusEvent.Missing gap : stream.gaps()) {
            row(gap(stream, gap));
        }
    }

    /** Says something about the table, in a row of its own. */
    void note(String note) throws IOException {
        List<String> row = new ArrayList<>(Collections.nCopies(COLUMNS.size(), ""));
        row.set(COLUMNS.indexOf("kind"), "note");
        row.set(COLUMNS.indexOf("reason"), text(note));
        row(row);
    }

    private static List<String> scene(ExportedStream stream, Scene scene) {
        List<String> row = start(stream, "scene", scene.id(), scene.startMs(), scene.endMs());
        row.addAll(List.of("", "", "", "", "", "", ""));
        row.add(String.valueOf(scene.confidence()));
        row.add(Words.of(scene.began()));
        return row;
    }

    private static List<String> finding(ExportedStream stream, Finding finding) {
        String kind = finding.query() == null ? "moment" : "match";
        List<String> row = start(stream, kind, finding.id(), finding.startMs(), finding.endMs());
        row.add(finding.wall() == null ? "" : finding.wall().toString());
        row.add(String.valueOf(finding.peakMs()));
        row.add(text(finding.text()));
        row.add(text(finding.label()));
        row.add(text(finding.query()));
        row.add(String.valueOf(finding.score()));
        row.add(String.valueOf(finding.cosine()));
        row.addAll(List.of("", ""));
        return row;
    }

    private static List<String> gap(ExportedStream stream, StatusEvent.Missing gap) {
        long from = gap.from().mediaMs();
        long to = gap.to() == null ? from + gap.missingMs() : gap.to().mediaMs();
        List<String> row = start(stream, "gap", "", from, to);
        row.add(gap.from().wall() == null ? "" : gap.from().wall().toString());
        row.addAll(List.of("", "", "", "", "", "", ""));
        row.add(text(gap.reason()));
        return row;
    }

    private static List<String> start(
            ExportedStream stream, String kind, String id, long startMs, long endMs) {
        List<String> row = new ArrayList<>();
        row.add(text(stream.stream().streamId()));
        row.add(String.valueOf(stream.stream().epoch()));
        row.add(kind);
        row.add(text(id));
        row.add(String.valueOf(startMs));
        row.add(String.valueOf(endMs));
        row.add(Clock.of(startMs));
        row.add(Clock.of(endMs));
        return row;
    }

    /** A text, and never a formula: streams and queries are named by anybody. */
    static String text(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private void row(List<String> cells) throws IOException {
        out.write(cells.stream().map(Csv::quoted).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
