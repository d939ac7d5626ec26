// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.backtest.BackTestResult;
import dev.sightline.backtest.BudgetResult;
import dev.sightline.backtest.TimeRange;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import dev.sightline.search.export.Exports;
import dev.sightline.search.live.LiveFeed;
import dev.sightline.search.login.Login;
import dev.sightline.search.login.LoginKind;
import dev.sightline.search.login.LoginSettings;
import dev.sightline.search.media.LocalVideos;
import dev.sightline.search.media.Pictures;
import dev.sightline.search.media.VideoPlayback;
import dev.sightline.search.moment.ScoreCurve;
import dev.sightline.search.moment.SearchAnswer;
import dev.sightline.search.page.PageFiles;
import dev.sightline.search.query.SearchRequest;
import dev.sightline.search.query.StandingQuery;
import dev.sightline.video.repack.RepackSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The server with an index of one stream, and a client for it. */
final class RunningServer implements AutoCloseable {

    static final LoginSettings NO_LOGIN =
            new LoginSettings(
                    LoginKind.OFF, List.of(), "U", "R", List.of(), Duration.ofHours(1), false);

    private static final ObjectMapper JSON = new ObjectMapper();

    final FewStreams index = new FewStreams();
    final LiveFeed live = new LiveFeed(2, 8);
    final ServiceMetrics metrics = new ServiceMetrics();
    final List<SearchRequest> asked = new CopyOnWriteArrayList<>();
    final Map<String, JsonNode> queries = new TreeMap<>();
    final List<Health.Trouble> troubles = new CopyOnWriteArrayList<>();
    volatile Function<SearchRequest, SearchAnswer> searcher = request -> Made.answer();

    final SearchServer server;
    final HttpClient client = HttpClient.newHttpClient();
    private final VideoPlayback playback = new VideoPlayback(RepackSettings.DEFAULT);
    private final int port;

    RunningServer(LoginSettings login, Path files) throws IOException {
        this(login, files, Duration.ofSeconds(15));
    }

    RunningServer(LoginSettings login, Path files, Duration heartbeat) throws IOException {
        index.add(Made.summary(Made.CAMERA), Made.timeline());
        LocalVideos videos = new LocalVideos(List.of(files));
        Pictures pictures = new Pictures(index, List.of(files));
        SearchBackend backend =
                new SearchBackend(
                        index,
                        new Found(),
                        pictures,
                        new Playable(videos, playback),
                        new Exports(index, videos, playback, pictures),
                        new Queries(),
                        live,
                        () -> troubles);
        server =
                new SearchServer(
                        new InetSocketAddress("127.0.0.1", 0),
                        backend,
                        new Login(login, InstantSource.system()),
                        PageFiles.read(),
                        metrics,
                        heartbeat);
        port = server.start();
    }

    private final class Found implements Searcher {

        @Override
        public SearchAnswer search(SearchRequest request) {
            asked.add(request);
            return searcher.apply(request);
        }

        @Override
        public ScoreCurve curve(SearchRequest request, String streamId, long epoch) {
            asked.add(request);
            return Made.curve();
        }

        @Override
        public String modelName(String digest) {
            return "mini";
        }
    }

    private final class Queries implements QueryStore {

        @Override
        public List<StandingQuery> list() {
            List<StandingQuery> all = new ArrayList<>();
            queries.forEach((id, query) -> all.add(standing(id, query)));
            return all;
        }

        private static StandingQuery standing(String id, JsonNode query) {
            return new StandingQuery(
                    id, query, "t", 1, StandingQuery.State.ACCEPTED, 0.3, 1.0, null);
        }

        @Override
        public StandingQuery put(String id, JsonNode definition) throws MalformedRequest {
            parsed(id, definition);
            queries.put(id, definition);
            return standing(id, definition);
        }

        @Override
        public void remove(String id) {
            if (queries.remove(id) == null) {
                throw new NoSuchElementException(id);
            }
        }

        @Override
        public BackTestResult backTest(
                JsonNode definition, TimeRange range, Set<String> streams, List<Double> budgets)
                throws MalformedRequest {
            return new BackTestResult(
                    parsed("test", definition),
                    List.of(),
                    new BudgetResult(1.0, 0.5, List.of()),
                    List.of());
        }

        private static QueryRequest parsed(String id, JsonNode definition) throws MalformedRequest {
            return QueryRequest.parse(id, definition.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> json(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json"));
    }

    /** Sends a form; a part named image is a file. */
    HttpResponse<String> form(String path, Map<String, byte[]> parts)
            throws IOException, InterruptedException {
        String boundary = "----between";
        List<byte[]> body = new ArrayList<>();
        parts.forEach(
                (name, content) -> {
                    String file = name.equals("image") ? "; filename=\"../../a.jpg\"" : "";
                    body.add(
                            ("--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
                                            .formatted(boundary, name, file))
                                    .getBytes(StandardCharsets.UTF_8));
                    body.add(content);
                    body.add("\r\n".getBytes(StandardCharsets.UTF_8));
                });
        body.add(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                request(path)
                        .POST(HttpRequest.BodyPublishers.ofByteArrays(body))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary));
    }

    static JsonNode read(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        server.close();
        playback.close();
    }
}
