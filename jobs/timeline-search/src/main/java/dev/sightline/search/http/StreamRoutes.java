// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.timeline.Timeline;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Streams and their timelines. */
final class StreamRoutes {

    private static final String STREAMS = "/streams";

    private final SearchBackend backend;
    private final Gate timelines;
    private final KnownStreams streams;

    /**
     * @param timelines gate of these, as one of a month takes tens of megabytes
     */
    StreamRoutes(SearchBackend backend, Gate timelines) {
        this.backend = backend;
        this.timelines = timelines;
        this.streams = new KnownStreams(backend.index());
    }

    List<Route> routes() {
        return List.of(
                Route.get(STREAMS, Access.VIEWER, this::list),
                Route.delete(STREAMS, Access.EDITOR, this::delete),
                Route.get("/timeline", Access.VIEWER, timelines.around(this::timeline)));
    }

    private void list(Context context) throws IOException {
        Parameters parameters = Parameters.of(context, "page", "pageSize", "name");
        String part = parameters.text("name").orElse("").toLowerCase(Locale.ROOT);
        List<StreamSummary> found =
                backend.index().streams().stream()
                        .filter(stream -> stream.id().toLowerCase(Locale.ROOT).contains(part))
                        .toList();
        Answer.json(context, StreamsJson.of(found, Paging.of(parameters), backend.videos()::is));
    }

    private void delete(Context context) throws IOException {
        KnownStreams.Epoch stream = streams.epoch(Parameters.of(context, "stream"));
        backend.index().delete(Set.of(stream.streamId()));
        Answer.nothing(context);
    }

    private void timeline(Context context) throws IOException {
        Timeline timeline = streams.timeline(Parameters.of(context, "stream", "epoch"));
        Answer.json(
                context,
                TimelineJson.of(timeline, backend.videos().look(timeline.stream()).orElse(null)));
    }
}
