// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.media.LocalVideos;
import dev.sightline.search.media.Pictures;
import dev.sightline.search.media.VideoPlayback;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes timelines in the formats of other programs, one stream after the other, so that never more
 * than one is in memory. Safe for use by several threads.
 */
public final class Exports {

    private static final String TITLE = "Sightline";

    private final StreamLoader loader;
    private final Pictures pictures;
    private final Sprites sprites;
    private final JsonFactory json =
            new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    /**
     * @param videos the files that frame rates are read from
     * @param pictures those that reports and sheets show
     */
    public Exports(
            TimelineIndex index, LocalVideos videos, VideoPlayback playback, Pictures pictures) {
        this.loader = new StreamLoader(index, videos, playback);
        this.pictures = pictures;
        this.sprites = new Sprites(index, pictures);
    }

    private void check(ExportFormat format, ExportRequest request)
            throws IOException, InvalidExport {
        if (request.streams().isEmpty()) {
            throw new InvalidExport("stream", "say which stream to export");
        }
        if (format.ofOneStream() && request.streams().size() > 1) {
            throw new InvalidExport(
                    "stream", format.text() + " holds one stream; export each on its own");
        }
        for (ExportRequest.Part part : request.streams()) {
            loader.check(part);
        }
        if (format == ExportFormat.EDL) {
            checkEvents(request);
        }
    }

    private void checkEvents(ExportRequest request) throws IOException, InvalidExport {
        StatedRate rate = first(request).rate();
        int events = 0;
        for (ExportRequest.Part part : request.streams()) {
            events += SceneClips.of(loader.load(part, request.findings()), rate).size();
        }
        if (events > Edl.MOST_EVENTS) {
            throw new InvalidExport(
                    "format",
                    "edl holds "
                            + Edl.MOST_EVENTS
                            + " scenes, and these would be "
                            + events
                            + "; export fewer streams, or as otio");
        }
    }

    /**
     * Writes; the stream is left open.
     *
     * @throws InvalidExport before anything is written, if a stream or an epoch is not there, the
     *     format holds one stream and more are asked for, or it is an edit list that would have
     *     more events than one may have
     * @throws IOException if the index or the stream fails
     */
    public void write(ExportFormat format, ExportRequest request, OutputStream out)
            throws IOException, InvalidExport {
        check(format, request);
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        switch (format) {
            case CHAPTERS_VTT -> vtt(request, text).chapters(first(request));
            case CUES_VTT -> vtt(request, text).cues(first(request));
            case SPRITES_VTT ->
                    sprites.write(first(request), vtt(request, text), request.sprites());
            case CSV -> csv(request, text);
            case JSON -> json(request, text);
            case EDL -> edl(request, text);
            case OTIO -> otio(request, text);
            case HTML -> html(request, text);
        }
        text.flush();
    }

    /**
     * Writes a sheet of small pictures as JPEG.
     *
     * @param part the stream that {@code sprites.vtt} was written for
     * @param untilMs what its address said of the last picture; {@link Long#MAX_VALUE} for all that
     *     there are by now
     * @param number of the sheet, from 0
     * @throws InvalidExport if there is no such stream or sheet
     */
    public void writeSprites(ExportRequest.Part part, long untilMs, int number, OutputStream out)
            throws IOException, InvalidExport {
        sprites.sheet(part.streamId(), loader.check(part), untilMs, number, out);
    }

    @FunctionalInterface
    private interface Step {
        void write(ExportedStream stream) throws IOException;
    }

    private void each(ExportRequest request, Step step) throws IOException, InvalidExport {
        for (ExportRequest.Part part : request.streams()) {
            step.write(loader.load(part, request.findings()));
        }
    }

    private ExportedStream first(ExportRequest request) throws IOException, InvalidExport {
        return loader.load(request.streams().get(0), request.findings());
    }

    private static Vtt vtt(ExportRequest request, Writer text) throws IOException {
        return new Vtt(text, request.offsetMs()).notes(request.notes());
    }

    private void csv(ExportRequest request, Writer text) throws IOException, InvalidExport {
        Csv table = new Csv(text);
        each(request, table::write);
        for (String note : request.notes()) {
            table.note(note);
        }
    }

    private void json(ExportRequest request, Writer text) throws IOException, InvalidExport {
        TimelineJson written = new TimelineJson(json.createGenerator(text));
        each(request, written::write);
        written.finish(request.notes());
    }

    private void otio(ExportRequest request, Writer text) throws IOException, InvalidExport {
        Otio written = new Otio(json.createGenerator(text), TITLE);
        each(request, written::write);
        written.finish(request.notes());
    }

    private void edl(ExportRequest request, Writer text) throws IOException, InvalidExport {
        Edl written = new Edl(text, TITLE, first(request).rate());
        for (String note : request.notes()) {
            written.note(note);
        }
        each(request, written::write);
    }

    private void html(ExportRequest request, Writer text) throws IOException, InvalidExport {
        HtmlReport report = new HtmlReport(text, pictures);
        each(request, report::write);
        report.finish(request.notes());
    }
}
