// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.login.Login;
import dev.sightline.search.page.PageFiles;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Answers over HTTP until it is closed. */
public final class SearchServer implements AutoCloseable {

    /** Searches that run and that wait; most of one is one scan, which takes a core. */
    private static final int SEARCHES = 8;

    private static final int SEARCHES_WAITING = 64;

    /** Pictures of up to 8 MiB, each twice in memory; those that wait have not been read yet. */
    private static final int UPLOADS = 8;

    private static final int UPLOADS_WAITING = 16;

    /** A page asks anew every ten seconds for that of a live stream. */
    private static final int TIMELINES = 8;

    private static final int TIMELINES_WAITING = 64;

    /** Exports, tracks and their pictures, and samples take up to seconds; each has so many. */
    private static final int LONG_ONES = 2;

    /** A back-test takes a core for seconds. */
    private static final int BACK_TESTS = 1;

    private static final int LONG_ONES_WAITING = 8;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** One of a day of the page's usual streams takes about half of it; others wait their turn. */
    private static final Duration LONGEST_WAIT_TO_TEST = Duration.ofSeconds(60);

    /**
     * Enough for all that may run, wait, watch or play at once, so that the health is told still:
     * 72 searches, 24 uploads, 72 timelines, 10 curves, 10 looks at samples, 20 exports and tracks,
     * 9 back-tests, 12 looks at where a conversion begins, 64 listeners, 100 videos and 2
     * conversions.
     */
    private static final int THREADS = 420;

    private static final int LEAST_THREADS = 8;

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Clients that are being answered when it closes have this long. */
    private static final long STOP_MS = 2000;

    /** The longest address: stream ids and texts, each character of which may take nine. */
    private static final int LONGEST_HEADERS = 32 * 1024;

    private static final String STARTED = "started";
    private static final String ROUTE = "route";

    private final Duration heartbeat;
    private final Guard guard;
    private final ServiceMetrics metrics;
    private final List<Route> routes;
    private final SearchBackend backend;
    private final Javalin javalin;

    /**
     * Makes one, which does not answer yet.
     *
     * @param address where it will answer; port 0 for a free one
     */
    public SearchServer(
            InetSocketAddress address,
            SearchBackend backend,
            Login login,
            PageFiles page,
            ServiceMetrics metrics) {
        this(address, backend, login, page, metrics, HEARTBEAT);
    }

    /**
     * @param heartbeat of who watches what arrives
     */
    SearchServer(
            InetSocketAddress address,
            SearchBackend backend,
            Login login,
            PageFiles page,
            ServiceMetrics metrics,
            Duration heartbeat) {
        this.heartbeat = heartbeat;
        this.guard = new Guard(login);
        this.metrics = metrics;
        this.backend = backend;
        this.routes = routes(backend, login, page);
        this.javalin = Javalin.create(config -> configure(config, address));
    }

    private List<Route> routes(SearchBackend backend, Login login, PageFiles page) {
        Gate searches = new Gate(SEARCHES, SEARCHES_WAITING, LONGEST_WAIT);
        List<Route> all = new ArrayList<>();
        Gate uploads = new Gate(UPLOADS, UPLOADS_WAITING, LONGEST_WAIT);
        all.addAll(new SearchRoutes(backend, searches, uploads, metrics).routes());
        Gate timelines = new Gate(TIMELINES, TIMELINES_WAITING, LONGEST_WAIT);
        all.addAll(new StreamRoutes(backend, timelines).routes());
        all.addAll(new SampleRoutes(backend.index(), longOnes(LONG_ONES)).routes());
        all.addAll(new MediaRoutes(backend).routes());
        all.addAll(
                new ExportRoutes(backend, longOnes(LONG_ONES), longOnes(LONG_ONES), uploads)
                        .routes());
        all.addAll(new QueryRoutes(backend, backTests(), uploads).routes());
        all.addAll(new EventsRoute(backend.live(), guard, heartbeat).routes());
        all.addAll(new LoginRoutes(login, guard).routes());
        all.addAll(new ServiceRoutes(backend, guard, metrics).routes());
        all.addAll(new PageRoute(page).routes());
        return List.copyOf(all);
    }

    private static Gate longOnes(int running) {
        return new Gate(running, LONG_ONES_WAITING, LONGEST_WAIT);
    }

    private static Gate backTests() {
        return new Gate(BACK_TESTS, LONG_ONES_WAITING, LONGEST_WAIT_TO_TEST);
    }

    /** Everything that it answers. */
    List<Route> routes() {
        return routes;
    }

    private void configure(JavalinConfig config, InetSocketAddress address) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.router.javaLangErrorHandler(Problems::broken);
        config.jetty.host = address.getAddress().getHostAddress();
        config.jetty.port = address.getPort();
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, LEAST_THREADS);
        threads.setName("http");
        config.jetty.threadPool = threads;
        limits(config);
        config.routes.before(this::before);
        config.routes.after(this::after);
        Problems.register(config.routes);
        routes.forEach(
                route ->
                        config.routes.addHttpHandler(
                                route.method(), route.path(), context -> run(route, context)));
    }

    private static void limits(JavalinConfig config) {
        config.jetty.modifyHttpConfiguration(
                http -> {
                    http.setSendServerVersion(false);
                    http.setRequestHeaderSize(LONGEST_HEADERS);
                });
        config.jetty.modifyServer(
                server -> {
                    server.setErrorHandler(new ServerErrors());
                    server.setStopTimeout(STOP_MS);
                });
        config.jetty.modifyServletContextHandler(
                handler -> handler.setErrorHandler(new ServerErrors()));
    }

    private void before(Context context) {
        context.attribute(STARTED, System.nanoTime());
        SecurityHeaders.ALL.forEach(context::header);
        guard.checkOrigin(context);
    }

    private void run(Route route, Context context) throws Exception {
        context.attribute(ROUTE, route.path());
        guard.check(context, route.access());
        route.handler().handle(context);
    }

    private void after(Context context) {
        String route = context.attribute(ROUTE);
        Long started = context.attribute(STARTED);
        if (started != null) {
            // Anybody may invent methods, and each would be a number of its own for ever.
            boolean known = routes.stream().anyMatch(r -> r.method().equals(context.method()));
            metrics.answered(
                    known ? context.method().name() : "other",
                    route == null ? "none" : route,
                    context.statusCode(),
                    Duration.ofNanos(System.nanoTime() - started));
        }
    }

    /** Begins to answer; returns its port. */
    public int start() {
        return javalin.start().port();
    }

    /** Ends the watching of all, and stops to answer. */
    @Override
    public void close() {
        backend.live().close();
        javalin.stop();
    }
}
