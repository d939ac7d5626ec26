// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.export.ExportFormat;
import dev.sightline.search.export.ExportRequest;
import dev.sightline.search.export.Finding;
import dev.sightline.search.export.InvalidExport;
import dev.sightline.search.query.SearchRequest;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Exports, and the tracks that a player reads. */
final class ExportRoutes {

    /** A year. */
    private static final long LATEST_MS = 366L * 24 * 3600 * 1000;

    /** Nobody turns the pages of a file. */
    private static final String MOST_FINDINGS = "100";

    private static final int MOST_SHEETS = 1_000_000;

    private final SearchBackend backend;
    private final Gate gate;
    private final Gate tracks;
    private final KnownStreams streams;

    /**
     * @param gate of exports, which are sent as fast as they are taken
     * @param tracks gate of what a player asks for while somebody waits
     */
    ExportRoutes(SearchBackend backend, Gate gate, Gate tracks) {
        this.backend = backend;
        this.gate = gate;
        this.tracks = tracks;
        this.streams = new KnownStreams(backend.index());
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.get("/export", Access.VIEWER, this::export));
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

    private void export(Context context) throws Exception {
        Parameters parameters = Parameters.of(context, SearchParameters.names("format", "epoch"));
        ExportFormat format =
                ExportFormat.of(parameters.required("format"))
                        .orElseThrow(() -> Problem.field("format", "is none that is known"));
        ExportRequest request = gate.pass(() -> request(parameters));
        context.header(
                "Content-Disposition", "attachment; filename=\"sightline." + format.text() + "\"");
        write(gate, context, format, request);
    }

    /** Streams that are named, or else those in which something is found. */
    private ExportRequest request(Parameters parameters) throws Exception {
        List<Finding> findings = findings(parameters);
        List<String> named = SearchParameters.streams(parameters);
        List<ExportRequest.Part> parts = new ArrayList<>();
        if (parameters.text("epoch").isPresent()) {
            KnownStreams.Epoch epoch = streams.epoch(parameters); // of one stream
            parts.add(new ExportRequest.Part(epoch.streamId(), epoch.epoch()));
        } else if (!named.isEmpty()) {
            named.forEach(id -> parts.add(new ExportRequest.Part(id, null)));
        } else {
            findings.stream()
                    .map(found -> found.stream())
                    .map(found -> new ExportRequest.Part(found.streamId(), found.epoch()))
                    .distinct()
                    .forEach(parts::add);
        }
        return new ExportRequest(parts, findings, 0, sheet -> "sprites-" + sheet + ".jpg");
    }

    private List<Finding> findings(Parameters parameters) throws Exception {
        if (!SearchParameters.given(parameters)) {
            return List.of();
        }
        String text = parameters.text("text", SearchParameters.LONGEST_TEXT).orElse("");
        Map<String, List<String>> values = new HashMap<>(parameters.values());
        values.putIfAbsent("pageSize", List.of(MOST_FINDINGS));
        SearchRequest request = SearchParameters.read(new Parameters(values), null);
        return backend.searcher().search(request).moments().stream()
                .map(moment -> FoundMoment.finding(moment, text))
                .toList();
    }

    private void track(Context context, ExportFormat format) throws Exception {
        Parameters parameters = Parameters.of(context, "stream", "epoch", "from");
        KnownStreams.Epoch epoch = streams.epoch(parameters);
        long offset = parameters.whole("from", 0, 0, LATEST_MS);
        List<ExportRequest.Part> parts =
                List.of(new ExportRequest.Part(epoch.streamId(), epoch.epoch()));
        String sheets = Address.sprite(epoch.streamId(), epoch.epoch());
        write(
                tracks,
                context,
                format,
                new ExportRequest(parts, List.of(), offset, sheet -> sheets + sheet));
    }

    private void write(Gate through, Context context, ExportFormat format, ExportRequest request)
            throws Exception {
        Callable<Void> writing =
                () -> {
                    backend.exports().check(format, request);
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
        Parameters parameters = Parameters.of(context, "stream", "epoch", "sheet");
        KnownStreams.Epoch epoch = streams.epoch(parameters);
        int sheet = (int) parameters.whole("sheet", 0, 0, MOST_SHEETS);
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        Callable<Void> drawing =
                () -> {
                    var part = new ExportRequest.Part(epoch.streamId(), epoch.epoch());
                    backend.exports().writeSprites(part, sheet, picture);
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
