// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes WebVTT, shifted by where its video begins. */
final class Vtt {

    /** A sample stands for a second; a cue of no length would never be shown. */
    private static final long SHORTEST_MS = 1000;

    private final Writer out;
    private final long offsetMs;

    /**
     * @param offsetMs media time at which the video begins
     */
    Vtt(Writer out, long offsetMs) throws IOException {
        this.out = out;
        this.offsetMs = offsetMs;
        out.write("WEBVTT\n");
    }

    /** Writes what is no cue, for who reads the file. */
    Vtt notes(List<String> notes) throws IOException {
        for (String note : notes) {
            out.write("\nNOTE " + escaped(note) + "\n");
        }
        return this;
    }

    /** Writes the scenes as chapters, which follow each other without overlapping. */
    void chapters(ExportedStream stream) throws IOException {
        int number = 0;
        for (var scene : stream.scenes()) {
            number++;
            String how = scene.began() == null ? "" : " (" + Words.of(scene.began()) + ")";
            cue(number, scene.startMs(), scene.endMs(), escaped("Scene " + number + how));
        }
    }

    /** Writes what was found. */
    void cues(ExportedStream stream) throws IOException {
        int number = 0;
        for (Finding finding : stream.findings()) {
            number++;
            long end = Math.max(finding.endMs(), finding.startMs() + SHORTEST_MS);
            cue(number, finding.startMs(), end, escaped(finding.caption()));
        }
    }

    /**
     * Writes a cue, unless it ends before the video begins or has no length.
     *
     * @param text escaped
     */
    void cue(int number, long startMs, long endMs, String text) throws IOException {
        long start = Math.max(0, startMs - offsetMs);
        long end = endMs - offsetMs;
        if (end > start) {
            out.write("\n" + number + "\n");
            out.write(Clock.of(start) + " --> " + Clock.of(end) + "\n" + text + "\n");
        }
    }

    /** A text that neither ends its cue nor begins a tag or another cue. */
    static String escaped(String text) {
        return Words.line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
