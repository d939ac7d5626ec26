// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import com.sun.net.httpserver.HttpExchange;
import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo reel, by ranges; a "converted" one without them, and beginning at a multiple of 4 s. */
final class CannedVideo {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final long GROUP_MS = 4000;

    private final byte[] reel;

    CannedVideo() {
        try {
            reel = Files.readAllBytes(Repository.reel());
        } catch (IOException e) {
            throw new UncheckedIOException("the demo reel cannot be read", e);
        }
    }

    void send(HttpExchange exchange, boolean converted, String from) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "video/mp4");
        if (converted) {
            long start = Long.parseLong(from) / GROUP_MS * GROUP_MS;
            exchange.getResponseHeaders().set("X-Sightline-Start-Ms", Long.toString(start));
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        if (converted) {
            exchange.sendResponseHeaders(200, 0); // of unknown length
            exchange.getResponseBody().write(reel);
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        Matcher matcher = RANGE.matcher(range == null ? "" : range);
        int begin = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        int end =
                matcher.matches() && !matcher.group(2).isEmpty()
                        ? Integer.parseInt(matcher.group(2))
                        : reel.length - 1;
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        if (range != null) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + begin + "-" + end + "/" + reel.length);
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, end - begin + 1L);
        exchange.getResponseBody().write(reel, begin, end - begin + 1);
    }
}
