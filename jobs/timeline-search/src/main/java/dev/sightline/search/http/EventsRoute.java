// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.live.LiveFeed;
import dev.sightline.search.live.LiveListener;
import dev.sightline.search.live.LiveMessage;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells what arrives, as server-sent events. A page that watches has a thread of its own. */
final class EventsRoute {

    private static final int RETRY_SECONDS = 30;

    private final LiveFeed feed;
    private final Guard guard;
    private final Duration heartbeat;

    /**
     * @param guard is asked again now and then whether who watches is still logged in
     * @param heartbeat how long nothing is sent before a sign of life is, and how long somebody is
     *     believed
     */
    EventsRoute(LiveFeed feed, Guard guard, Duration heartbeat) {
        this.feed = feed;
        this.guard = guard;
        this.heartbeat = heartbeat;
    }

    List<Route> routes() {
        return List.of(Route.get("/events", Access.VIEWER, this::watch));
    }

    private void watch(Context context) throws IOException, InterruptedException {
        Parameters.of(context);
        try (LiveListener listener = feed.listen().orElseThrow(EventsRoute::tooMany)) {
            context.contentType("text/event-stream; charset=utf-8");
            // A proxy that gathers answers would hold the events back.
            context.header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
            OutputStream out = context.res().getOutputStream();
            write(out, ": watching\n\n");
            long believed = System.nanoTime();
            while (!listener.ended()) {
                Optional<LiveMessage> message = listener.next(heartbeat);
                if (System.nanoTime() - believed >= heartbeat.toNanos()) {
                    if (!isKnown(context)) {
                        return;
                    }
                    believed = System.nanoTime();
                }
                if (!listener.ended()) {
                    write(out, message.map(EventsRoute::text).orElse(": still here\n\n"));
                }
            }
        }
    }

    /** What is wrong with a login cannot be answered any more once events were sent. */
    private boolean isKnown(Context context) {
        try {
            return guard.person(context).isPresent();
        } catch (Problem e) {
            return false;
        }
    }

    private static Problem tooMany() {
        return Problem.later(Problem.UNAVAILABLE, "too many pages watch already", RETRY_SECONDS);
    }

    private static String text(LiveMessage message) {
        return "event: " + message.event() + "\ndata: " + message.data() + "\n\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
