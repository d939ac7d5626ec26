// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.http;

import com.sun.net.httpserver.HttpExchange;
import dev.sightline.video.access.AccessRules;
import dev.sightline.video.access.AllowedHosts;
import dev.sightline.video.access.Credentials;
import dev.sightline.video.access.HttpLimits;
import dev.sightline.video.access.HttpReader;
import dev.sightline.video.access.LoopbackServer;
import dev.sightline.video.access.SourceUri;
import dev.sightline.video.access.StopSignal;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves one file that can change, with ranges or without, and breaks connections when told to. */
final class FileServer implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    final LoopbackServer server = new LoopbackServer();
    volatile byte[] content;
    volatile String entityTag = "\"one\"";
    volatile boolean ranges = true;
    volatile boolean tellsLength = true;

    /** Bytes after which each connection breaks; 0 for never. */
    volatile int breakAfter;

    /** How many requests are answered with {@link #failure} first. */
    volatile int failures;

    volatile int failure = 503;

    FileServer(byte[] content) throws IOException {
        this.content = content;
        server.on("/file", this::answer);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        if (failures > 0) {
            failures--;
            exchange.sendResponseHeaders(failure, -1);
            return;
        }
        Matcher range = RANGE.matcher(exchange.getRequestHeaders().getFirst("Range"));
        boolean part = ranges && range.matches();
        int from = part ? Integer.parseInt(range.group(1)) : 0;
        int to =
                part && !range.group(2).isEmpty()
                        ? Math.min(content.length, Integer.parseInt(range.group(2)) + 1)
                        : content.length;
        var headers = exchange.getResponseHeaders();
        headers.set("ETag", entityTag);
        if (part && from >= content.length) {
            headers.set("Content-Range", "bytes */" + content.length);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (part) {
            headers.set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(part ? 206 : 200, tellsLength ? to - from : 0);
        int length = breakAfter == 0 ? to - from : Math.min(breakAfter, to - from);
        exchange.getResponseBody().write(content, from, length);
        exchange.getResponseBody().flush();
    }

    String uri() {
        return server.at("/file");
    }

    HttpReader reader() {
        return new HttpReader(
                SourceUri.parse(uri()),
                AccessRules.forTrusted(AllowedHosts.NONE),
                Credentials.NONE,
                HttpLimits.DEFAULT,
                new StopSignal());
    }

    @Override
    public void close() {
        server.close();
    }
}
