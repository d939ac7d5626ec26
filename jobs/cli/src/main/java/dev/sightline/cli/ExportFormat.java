// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a timeline search writes timelines as. */
enum ExportFormat {
    CHAPTERS("chapters.vtt", true),
    CUES("cues.vtt", true),
    SPRITES("sprites.vtt", true),
    CSV("csv", false),
    JSON("json", false),
    EDL("edl", false),
    OTIO("otio", false),
    HTML("html", false);

    private final String word;
    private final boolean ofOneStream;

    ExportFormat(String word, boolean ofOneStream) {
        this.word = word;
        this.ofOneStream = ofOneStream;
    }

    /** Its name, which its files' names end with. */
    String word() {
        return word;
    }

    /** Whether a file of it holds one stream only. */
    boolean ofOneStream() {
        return ofOneStream;
    }

    /** All names, for people. */
    static String words() {
        return Arrays.stream(values()).map(ExportFormat::word).collect(Collectors.joining(", "));
    }

    /** Reads names. */
    static final class Converter implements ITypeConverter<ExportFormat> {

        @Override
        public ExportFormat convert(String text) {
            return Arrays.stream(values())
                    .filter(format -> format.word.equals(text))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "'" + text + "' is none of " + words()));
        }
    }

    /** The names, for help and completion. */
    static final class Words implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(values()).map(ExportFormat::word).iterator();
        }
    }
}
