// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.process;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Options of a command that measures several programs: which of them. */
public final class ProgramChoice {

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "measure only programs whose names contain this, in any case")
    private List<String> only = List.of("");

    /** Whether the program with a name is to be measured. */
    public boolean includes(String program) {
        String name = program.toLowerCase(Locale.ROOT);
        return only.stream().anyMatch(part -> name.contains(part.toLowerCase(Locale.ROOT)));
    }
}
