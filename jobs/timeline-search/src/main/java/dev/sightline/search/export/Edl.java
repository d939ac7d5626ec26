// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import dev.sightline.search.timeline.Scene;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a CMX 3600 edit decision list: each scene is an event, one behind the other from hour one
 * on, and each finding a locator of the event in which it begins. Source times count from the
 * file's first frame. All is counted in the frames of the first stream, since a list has one rate.
 */
final class Edl {

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

    void write(ExportedStream stream) throws IOException {
        List<Finding> left = new ArrayList<>(stream.findings());
        boolean first = true;
        for (Scene scene : stream.scenes()) {
            long from = rate.frame(scene.startMs());
            long to = rate.frame(scene.endMs());
            if (to > from) {
                event(stream, from, to);
                if (first) {
                    comment(stream);
                }
                first = false;
                locators(left, scene, from);
                record += to - from;
            }
        }
    }

    private void event(ExportedStream stream, long from, long to) throws IOException {
        event++;
        line("");
        line(
                String.format(
                        Locale.ROOT,
                        "%03d  AX       V     C        %s %s %s %s",
                        event,
                        timecode.at(from),
                        timecode.at(to),
                        timecode.at(record),
                        timecode.at(record + to - from)));
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
     * Those that begin in a scene, or before the first one; each is written once. Programs know
     * their timecode with colons only; the head of the list says whether it drops.
     */
    private void locators(List<Finding> left, Scene scene, long from) throws IOException {
        while (!left.isEmpty() && left.get(0).startMs() < scene.endMs()) {
            Finding finding = left.remove(0);
            long place = Math.max(from, rate.frame(finding.startMs()));
            line(
                    "* LOC: "
                            + timecode.at(record + place - from).replace(';', ':')
                            + " RED     "
                            + Words.line(finding.caption()));
        }
    }

    private void line(String text) throws IOException {
        out.write(text + "\r\n");
    }
}
