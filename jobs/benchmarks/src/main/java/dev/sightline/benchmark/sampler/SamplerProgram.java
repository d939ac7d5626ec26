// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A program that takes samples.
 *
 * @param name as the table has it
 * @param beforeFile program and arguments before the file
 * @param afterFile arguments behind it
 * @param start command that does all that the program does before the first file
 * @param stamps how to find out what time stamps its samples have
 */
record SamplerProgram(
        String name,
        List<String> beforeFile,
        List<String> afterFile,
        List<String> start,
        Stamps stamps) {

    /** How to find out what time stamps a program's samples have. */
    sealed interface Stamps {

        /** It prints {@code sample SECONDS} itself. */
        record Printed() implements Stamps {}

        /**
         * FFmpeg tells them when it is run once more, without being measured.
         *
         * @param input options before the file
         * @param graph filters up to where samples are what they will be, and {@code showinfo}
         */
        record Shown(List<String> input, String graph) implements Stamps {}

        /** It takes none. */
        record None() implements Stamps {}
    }

    SamplerProgram {
        beforeFile = List.copyOf(beforeFile);
        afterFile = List.copyOf(afterFile);
        start = List.copyOf(start);
    }

    /** A program that prints what it does, and starts in the same way without a file. */
    static SamplerProgram printing(String name, List<String> command) {
        return new SamplerProgram(name, command, List.of(), command, new Stamps.Printed());
    }

    /** The command that is measured. */
    List<String> command(Path video) {
        List<String> command = new ArrayList<>(beforeFile);
        command.add(video.toString());
        command.addAll(afterFile);
        return command;
    }

    /** The same, all its commands made by a function; to pin it to cores, for example. */
    SamplerProgram with(Function<List<String>, List<String>> change) {
        return new SamplerProgram(
                name, change.apply(beforeFile), afterFile, change.apply(start), stamps);
    }
}
