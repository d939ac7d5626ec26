// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Exports, and the tracks that a player reads. */
final class ExportRoutes {

    private static final long LATEST = Long.MAX_VALUE;

    private final SearchBackend backend;
    private final Gate gate;
    private final KnownStreams streams;

    ExportRoutes(SearchBackend backend, Gate gate) {
        this.backend = backend;
        this.gate = gate;
        this.streams = new KnownStreams(backend.index());
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.get("/export", Access.VIEWER, this::export));
        for (String track : List.of("chapters.vtt", "cues.vtt", "sprites.vtt")) {
            routes.add(
                    Route.get("/tracks/" + track, Access.VIEWER, context -> track(context, track)));
        }
        routes.add(Route.get("/tracks/sprite.jpg", Access.VIEWER, this::sprite));
        return routes;
    }

    private void export(Context context) throws Exception {
        Parameters parameters =
                Parameters.of(context, SearchParameters.names("format", "epoch"));
        parameters.required("format");
        String format = parameters.word("format", backend.exports().formats());
        List<String> ids = SearchParameters.streams(parameters);
        Long epoch = null;
        if (parameters.text("epoch").isPresent()) {
            epoch = streams.epoch(parameters).epoch(); // and so of one stream that there is
        }
        var search =
                SearchParameters.given(parameters) ? SearchParameters.read(parameters, null) : null;
        context.header("Content-Disposition", "attachment; filename=\"sightline-" + format + "\"");
        write(context, new ExportWriter.Ask(format, ids, epoch, search, 0));
    }

    private void track(Context context, String format) throws Exception {
        Parameters parameters = Parameters.of(context, "stream", "epoch", "from");
        KnownStreams.Epoch epoch = streams.epoch(parameters);
        long shift = parameters.whole("from", 0, 0, LATEST);
        write(
                context,
                new ExportWriter.Ask(
                        format, List.of(epoch.streamId()), epoch.epoch(), null, shift));
    }

    private void write(Context context, ExportWriter.Ask ask) throws Exception {
        context.header("Cache-Control", "no-store");
        context.contentType(backend.exports().mediaType(ask.format()));
        Callable<Void> writing =
                () -> {
                    backend.exports().write(ask, context.outputStream());
                    return null;
                };
        gate.pass(writing);
    }

    private void sprite(Context context) throws Exception {
        Parameters parameters = Parameters.of(context, "stream", "epoch", "sheet");
        KnownStreams.Epoch epoch = streams.epoch(parameters);
        int sheet = (int) parameters.whole("sheet", 0, 0, Integer.MAX_VALUE);
        Answer.jpeg(
                context,
                gate.pass(() -> backend.sprites().read(epoch.streamId(), epoch.epoch(), sheet))
                        .orElseThrow(() -> Problem.notFound("sheet: there is none of this number")));
    }
}
