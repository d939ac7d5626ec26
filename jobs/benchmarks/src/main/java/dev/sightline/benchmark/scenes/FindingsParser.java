// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads what programs print: {@code file INDEX}, then {@code cut UNIT VALUE}, {@code gradual UNIT
 * FROM TO}, {@code failed WHY} and, behind them, {@code cpu SECONDS}; before all files {@code
 * version TEXT}. Other lines are of no interest: libraries chatter.
 */
final class FindingsParser {

    private final List<Findings> all = new ArrayList<>();
    private List<Place> cuts = new ArrayList<>();
    private List<Findings.Span> graduals = new ArrayList<>();
    private String failure;
    private String version = "";
    private boolean open;

    /**
     * @param files how many there should be
     * @param problem why there may be fewer, the program's end for example
     */
    static List<Findings> parse(List<String> lines, int files, String problem) {
        FindingsParser parser = of(lines);
        if (parser.open && parser.all.size() < files) {
            parser.all.add(Findings.failed(problem));
        }
        while (parser.all.size() < files) {
            parser.all.add(Findings.failed("not reached: " + problem));
        }
        return parser.all;
    }

    /** The program's version; empty where it does not say. */
    static String version(List<String> lines) {
        return of(lines).version;
    }

    private static FindingsParser of(List<String> lines) {
        FindingsParser parser = new FindingsParser();
        lines.forEach(parser::line);
        return parser;
    }

    private void line(String line) {
        String[] words = line.strip().split(" ");
        switch (words[0]) {
            case "version" -> version = line.substring("version".length()).strip();
            case "file" -> open = true;
            case "cut" -> cuts.add(Place.parse(words[1], words[2]));
            case "gradual" ->
                    graduals.add(
                            new Findings.Span(
                                    Place.parse(words[1], words[2]),
                                    Place.parse(words[1], words[3])));
            case "failed" -> failure = line.substring("failed".length()).strip();
            case "cpu" -> close(Double.parseDouble(words[1]));
            default -> {
                // Chatter.
            }
        }
    }

    private void close(double cpuSeconds) {
        all.add(new Findings(cuts, graduals, cpuSeconds, failure));
        cuts = new ArrayList<>();
        graduals = new ArrayList<>();
        failure = null;
        open = false;
    }
}
