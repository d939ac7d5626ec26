// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import java.util.Arrays;
import java.util.Optional;

/** What timelines can be written as. */
public enum ExportFormat {
    /** Scenes as the chapters of a player. */
    CHAPTERS_VTT("chapters.vtt", "text/vtt;charset=utf-8", true),
    /** What was found, as the cues of a player. */
    CUES_VTT("cues.vtt", "text/vtt;charset=utf-8", true),
    /** Small pictures along the timeline, in sheets. */
    SPRITES_VTT("sprites.vtt", "text/vtt;charset=utf-8", true),
    /** A table with a row for each scene, finding and gap. */
    CSV("csv", "text/csv;charset=utf-8", false),
    /** All that is known. */
    JSON("json", "application/json", false),
    /** An edit decision list, CMX 3600: scenes as events, findings as locators. */
    EDL("edl", "text/plain;charset=utf-8", false),
    /** OpenTimelineIO: scenes as clips, findings as markers. */
    OTIO("otio", "application/json", false),
    /** A report to read, with pictures, in one file. */
    HTML("html", "text/html;charset=utf-8", false);

    private final String text;
    private final String contentType;
    private final boolean ofOneStream;

    ExportFormat(String text, String contentType, boolean ofOneStream) {
        this.text = text;
        this.contentType = contentType;
        this.ofOneStream = ofOneStream;
    }

    /** Its name, which is also what its files' names end with: {@code chapters.vtt}. */
    public String text() {
        return text;
    }

    /** Of what is written. */
    public String contentType() {
        return contentType;
    }

    /** Whether it can hold one stream only. */
    public boolean ofOneStream() {
        return ofOneStream;
    }

    /** The format of a name. */
    public static Optional<ExportFormat> of(String text) {
        return Arrays.stream(values()).filter(format -> format.text.equals(text)).findFirst();
    }
}
