// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.moment.ScoreCurve;
import dev.sightline.search.moment.SearchAnswer;
import dev.sightline.search.query.SearchRequest;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Searches, and the curve of one. */
final class SearchRoutes {

    private static final String CURVE = "/curve";

    /** Each goes through all samples of an epoch, which takes seconds of a long one. */
    private static final int CURVES = 2;

    private static final int CURVES_WAITING = 8;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final SearchBackend backend;
    private final Gate gate;
    private final Gate uploads;
    private final Gate curves = new Gate(CURVES, CURVES_WAITING, LONGEST_WAIT);
    private final ServiceMetrics metrics;
    private final KnownStreams streams;

    /**
     * @param gate of searches
     * @param uploads gate of what holds a picture until it is answered
     */
    SearchRoutes(SearchBackend backend, Gate gate, Gate uploads, ServiceMetrics metrics) {
        this.backend = backend;
        this.gate = gate;
        this.uploads = uploads;
        this.metrics = metrics;
        this.streams = new KnownStreams(backend.index());
    }

    List<Route> routes() {
        return List.of(
                Route.get("/search", Access.VIEWER, this::search),
                Route.post("/search", Access.VIEWER, uploads.around(this::searchWithPicture)),
                Route.get(CURVE, Access.VIEWER, this::curve),
                Route.post(CURVE, Access.VIEWER, uploads.around(this::curveWithPicture)));
    }

    private void search(Context context) throws Exception {
        Parameters parameters = Parameters.of(context, SearchParameters.names());
        answer(context, SearchParameters.read(parameters, null, null));
    }

    private void searchWithPicture(Context context) throws Exception {
        Upload upload = Upload.read(context);
        Parameters parameters = Parameters.of(upload.fields(), SearchParameters.names());
        answer(context, SearchParameters.read(parameters, upload.image(), null));
    }

    private void answer(Context context, SearchRequest request) throws Exception {
        long start = System.nanoTime();
        SearchAnswer answer = gate.pass(() -> backend.searcher().search(request));
        long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        metrics.searched();
        MomentJson json = new MomentJson(models(), backend.videos()::is);
        Answer.json(context, json.of(request, answer, tookMs));
    }

    private ModelJson models() throws Exception {
        return new ModelJson(backend.searcher()::modelName, backend.index().models());
    }

    private void curve(Context context) throws Exception {
        curve(context, Parameters.of(context, curveNames()), null);
    }

    private void curveWithPicture(Context context) throws Exception {
        Upload upload = Upload.read(context);
        curve(context, Parameters.of(upload.fields(), curveNames()), upload.image());
    }

    private static String[] curveNames() {
        return SearchParameters.lookedFor("stream", "epoch");
    }

    private void curve(Context context, Parameters parameters, byte[] image) throws Exception {
        KnownStreams.Epoch epoch = streams.epoch(parameters);
        SearchRequest request = SearchParameters.read(parameters, image, epoch.epoch());
        ScoreCurve curve =
                curves.pass(
                        () -> backend.searcher().curve(request, epoch.streamId(), epoch.epoch()));
        Answer.json(context, CurveJson.of(curve, models()));
    }
}
