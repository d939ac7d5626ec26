// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import dev.sightline.search.media.Picture;
import dev.sightline.search.media.Pictures;
import dev.sightline.search.timeline.Scene;
import dev.sightline.search.timeline.StatusEvent;
import java.io.IOException;
import java.io.Writer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a report that is one file: pictures are in it, nothing is loaded, no script runs, and the
 * file itself tells the browser to keep to that. Pictures beyond some megabytes are left out.
 */
final class HtmlReport {

    private static final long MOST_PICTURE_BYTES = 16L << 20;

    private final Writer out;
    private final Pictures pictures;
    private long pictureBytes;
    private boolean leftOut;

    HtmlReport(Writer out, Pictures pictures) throws IOException {
        this.out = out;
        this.pictures = pictures;
        out.write(HtmlStyle.HEAD);
    }

    void write(ExportedStream stream) throws IOException {
        out.write("<section>\n<h2>" + escaped(stream.stream().streamId()) + "</h2>\n");
        String note = stream.rate().note().isEmpty() ? "" : " (" + stream.rate().note() + ")";
        out.write(
                String.format(
                        Locale.ROOT,
                        "<p>%s, watched to %s, %.3f frames a second%s.</p>%n",
                        escaped(stream.stream().uri()),
                        Clock.of(stream.timeline().endMs()),
                        stream.rate().rate().perSecond(),
                        escaped(note)));
        findings(stream);
        scenes(stream);
        gaps(stream);
        out.write("</section>\n");
    }

    private void findings(ExportedStream stream) throws IOException {
        table("Found", stream.findings().isEmpty(), "Picture", "From", "To", "What", "Score");
        for (Finding finding : stream.findings()) {
            out.write("<tr><td>" + picture(finding.picture(), finding.caption()) + "</td>");
            cell(Clock.of(finding.startMs()));
            cell(finding.open() ? "goes on" : Clock.of(finding.endMs()));
            cell(finding.caption());
            cell(String.format(Locale.ROOT, "%.3f", finding.score()));
            out.write("</tr>\n");
        }
        end(stream.findings().isEmpty());
    }

    private void scenes(ExportedStream stream) throws IOException {
        table("Scenes", stream.scenes().isEmpty(), "Picture", "From", "To", "Begins with");
        int number = 0;
        for (Scene scene : stream.scenes()) {
            number++;
            out.write("<tr><td>" + picture(scene.picture(), "Scene " + number) + "</td>");
            cell(Clock.of(scene.startMs()));
            cell(Clock.of(scene.endMs()));
            cell(Words.of(scene.began()));
            out.write("</tr>\n");
        }
        end(stream.scenes().isEmpty());
    }

    private void gaps(ExportedStream stream) throws IOException {
        boolean none = stream.gaps().isEmpty();
        table("Gaps", none, "From", "To", "Why");
        for (StatusEvent.Missing gap : stream.gaps()) {
            out.write("<tr>");
            cell(Clock.of(gap.from().mediaMs()));
            cell(gap.to() == null ? "" : Clock.of(gap.to().mediaMs()));
            cell(gap.reason());
            out.write("</tr>\n");
        }
        end(none);
    }

    private void table(String title, boolean none, String... columns) throws IOException {
        out.write("<h3>" + title + "</h3>\n");
        if (none) {
            out.write("<p>None.</p>\n");
            return;
        }
        out.write("<table>\n<thead><tr>");
        for (String column : columns) {
            out.write("<th scope=\"col\">" + column + "</th>");
        }
        out.write("</tr></thead>\n<tbody>\n");
    }

    private void end(boolean none) throws IOException {
        if (!none) {
            out.write("</tbody>\n</table>\n");
        }
    }

    private void cell(String text) throws IOException {
        out.write("<td>" + escaped(text) + "</td>");
    }

    private String picture(String id, String description) throws IOException {
        Optional<Picture> found = id == null ? Optional.empty() : pictures.read(id);
        if (found.isEmpty()) {
            return "";
        }
        byte[] jpeg = found.get().jpeg();
        if (pictureBytes + jpeg.length > MOST_PICTURE_BYTES) {
            leftOut = true;
            return "";
        }
        pictureBytes += jpeg.length;
        return "<img alt=\""
                + escaped(description)
                + "\" src=\"data:image/jpeg;base64,"
                + Base64.getEncoder().encodeToString(jpeg)
                + "\">";
    }

    void finish(List<String> notes) throws IOException {
        for (String note : notes) {
            out.write("<p>" + escaped(note) + "</p>\n");
        }
        if (leftOut) {
            out.write("<p>More pictures would have made this file too large.</p>\n");
        }
        out.write("</main>\n</body>\n</html>\n");
    }

    /** A text in an element or an attribute. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
