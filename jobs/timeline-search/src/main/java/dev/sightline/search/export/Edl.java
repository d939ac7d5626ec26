// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Writes a CMX 3600 edit decision list: each scene is an event, one behind the other from hour one
 * on, and each finding a locator of the event in which it begins. A list has at most {@value
 * #MOST_EVENTS} events. Source times count from the file's first frame. All is counted in the
 * frames of the first stream, since a list has one rate.
 */
final class Edl {

    /** Their numbers have three digits. */
    static final int MOST_EVENTS = 999;

    /** Where tapes begin. */
    private static final int FIRST_HOUR = 1;

    private final Writer out;
    private final StatedRate rate;
    private final Timecode timecode;
    private long record;
    private int event;

    Edl(Writer out, String title, StatedRate rate) throws IOException {
        this.out = out;
        this.rate = rate;
        this.timecode = new Timecode(rate.rate());
        this.record = timecode.frameOfHour(FIRST_HOUR);
        line("TITLE: " + Words.line(title));
        line("FCM: " + (timecode.drops() ? "DROP FRAME" : "NON-DROP FRAME"));
    }

    void note(String note) throws IOException {
        line("* COMMENT: " + Words.line(note));
    }

    void write(ExportedStream stream) throws IOException {
        boolean first = true;
        for (SceneClips.Clip clip : SceneClips.of(stream, rate)) {
            event(stream, clip);
            if (first) {
                comment(stream);
            }
            first = false;
            for (Finding finding : clip.findings()) {
                locator(finding, clip);
            }
            record += clip.frames();
        }
    }

    private void event(ExportedStream stream, SceneClips.Clip clip) throws IOException {
        event++;
        line("");
        line(
                String.format(
                        Locale.ROOT,
                        "%03d  AX       V     C        %s %s %s %s",
                        event,
                        timecode.at(clip.from()),
                        timecode.at(clip.to()),
                        timecode.at(record),
                        timecode.at(record + clip.frames())));
        line("* FROM CLIP NAME: " + Words.line(stream.name()));
    }

    private void comment(ExportedStream stream) throws IOException {
        line("* COMMENT: STREAM " + Words.line(stream.stream().streamId()));
        if (!stream.rate().note().isEmpty()) {
            line("* COMMENT: " + stream.rate().note());
        } else if (!stream.rate().rate().equals(rate.rate())) {
            line("* COMMENT: the file has another rate than this list; times are rounded");
        }
    }

    /**
     * One on a frame of the event. Programs know its timecode with colons only; the head of the
     * list says whether it drops.
     */
    private void locator(Finding finding, SceneClips.Clip clip) throws IOException {
        long frame = rate.frame(finding.startMs());
        long place = Math.max(clip.from(), Math.min(clip.to() - 1, frame));
        line(
                "* LOC: "
                        + timecode.at(record + place - clip.from()).replace(';', ':')
                        + " RED     "
                        + Words.line(finding.caption()));
    }

    private void line(String text) throws IOException {
        out.write(text + "\r\n");
    }
}
