// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.export.ExportFormat;
import dev.sightline.search.export.ExportRequest;
import dev.sightline.search.export.InvalidExport;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Exports, and the tracks that a player reads. */
final class ExportRoutes {

    private static final String EXPORT = "/export";

    private static final int MOST_SHEETS = 1_000_000;

    private final SearchBackend backend;
    private final Gate gate;
    private final Gate tracks;
    private final Gate uploads;
    private final KnownStreams streams;

    /**
     * @param gate of exports, which are sent as fast as they are taken
     * @param tracks gate of what a player asks for while somebody waits
     * @param uploads gate of what holds a picture until it is answered
     */
    ExportRoutes(SearchBackend backend, Gate gate, Gate tracks, Gate uploads) {
        this.backend = backend;
        this.gate = gate;
        this.tracks = tracks;
        this.uploads = uploads;
        this.streams = new KnownStreams(backend.index());
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.get(EXPORT, Access.VIEWER, this::export));
        routes.add(Route.post(EXPORT, Access.VIEWER, this::exportWithPicture));
        for (ExportFormat track :
                List.of(
                        ExportFormat.CHAPTERS_VTT,
                        ExportFormat.CUES_VTT,
                        ExportFormat.SPRITES_VTT)) {
            String path = "/tracks/" + track.text();
            routes.add(Route.get(path, Access.VIEWER, context -> track(context, track)));
        }
        routes.add(Route.get("/tracks/sprite.jpg", Access.VIEWER, this::sprite));
        return routes;
    }

    /** What is to be written. */
    private record Asked(ExportFormat format, ExportRequest request) {}

    private void export(Context context) throws Exception {
        send(context, asked(Parameters.of(context, names()), null));
    }

    /** The picture has done its part before anything is sent, which may take a client long. */
    private void exportWithPicture(Context context) throws Exception {
        Callable<Asked> reading =
                () -> {
                    Upload upload = Upload.read(context);
                    return asked(Parameters.of(upload.fields(), names()), upload.image());
                };
        send(context, uploads.pass(reading));
    }

    private static String[] names() {
        return SearchParameters.names("format", "epoch");
    }

    private Asked asked(Parameters parameters, byte[] image) throws Exception {
        ExportFormat format =
                ExportFormat.of(parameters.required("format"))
                        .orElseThrow(() -> Problem.field("format", "is none that is known"));
        return new Asked(
                format,
                gate.pass(() -> new AskedExport(backend, format, parameters, image).request()));
    }

    private void send(Context context, Asked asked) throws Exception {
        context.header(
                "Content-Disposition",
                "attachment; filename=\"sightline." + asked.format().text() + "\"");
        write(gate, context, asked.format(), asked.request());
    }

    private void track(Context context, ExportFormat format) throws Exception {
        Parameters parameters = Parameters.of(context, "stream", "epoch", "from");
        KnownStreams.Epoch epoch = streams.epoch(parameters);
        long offset = parameters.mediaMs("from");
        List<ExportRequest.Part> parts =
                List.of(new ExportRequest.Part(epoch.streamId(), epoch.epoch()));
        String sheets = Address.sprite(epoch.streamId(), epoch.epoch());
        write(
                tracks,
                context,
                format,
                new ExportRequest(
                        parts,
                        List.of(),
                        offset,
                        (sheet, untilMs) -> sheets + sheet + "&until=" + untilMs));
    }

    private void write(Gate through, Context context, ExportFormat format, ExportRequest request)
            throws Exception {
        Callable<Void> writing =
                () -> {
                    context.header("Cache-Control", "no-store").contentType(format.contentType());
                    backend.exports().write(format, request, context.outputStream());
                    return null;
                };
        try {
            through.pass(writing);
        } catch (InvalidExport e) {
            throw Problem.field(e.field(), e.getMessage());
        }
    }

    private void sprite(Context context) throws Exception {
        Parameters parameters = Parameters.of(context, "stream", "epoch", "sheet", "until");
        KnownStreams.Epoch epoch = streams.epoch(parameters);
        int sheet = (int) parameters.whole("sheet", 0, 0, MOST_SHEETS);
        long until = parameters.whole("until", Long.MAX_VALUE, 0, Long.MAX_VALUE);
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        Callable<Void> drawing =
                () -> {
                    var part = new ExportRequest.Part(epoch.streamId(), epoch.epoch());
                    backend.exports().writeSprites(part, until, sheet, picture);
                    return null;
                };
        try {
            tracks.pass(drawing);
            Answer.jpeg(context, picture.toByteArray());
        } catch (InvalidExport e) {
            throw Problem.notFound("sheet: " + e.getMessage());
        }
    }
}
