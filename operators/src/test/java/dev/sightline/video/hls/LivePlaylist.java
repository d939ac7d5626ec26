// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import dev.sightline.video.access.AccessRules;
import dev.sightline.video.access.AllowedHosts;
import dev.sightline.video.access.Credentials;
import dev.sightline.video.access.HttpLimits;
import dev.sightline.video.access.HttpReader;
import dev.sightline.video.access.LoopbackServer;
import dev.sightline.video.access.SourceUri;
import dev.sightline.video.access.StopSignal;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Serves a playlist that a test rewrites, and segments whose bytes are their names. */
final class LivePlaylist implements AutoCloseable {

    final LoopbackServer server = new LoopbackServer();
    volatile String text = "";

    /** Statuses of segments that are not handed out, by path. */
    final Map<String, Integer> missing = new ConcurrentHashMap<>();

    LivePlaylist() throws IOException {
        server.on(
                "/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    if (path.endsWith(".m3u8")) {
                        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                        LoopbackServer.send(exchange, text.isEmpty() ? 404 : 200, bytes);
                        return;
                    }
                    Integer status = missing.get(path);
                    byte[] name = ("<" + path.substring(1) + ">").getBytes(StandardCharsets.UTF_8);
                    LoopbackServer.send(
                            exchange,
                            status == null ? 200 : status,
                            status == null ? name : new byte[0]);
                });
    }

    /** A playlist of segments of one second, named by their numbers. */
    LivePlaylist window(long from, long to) {
        text = header(from);
        for (long i = from; i < to; i++) {
            text += segment(i);
        }
        return this;
    }

    LivePlaylist line(String line) {
        text += line + "\n";
        return this;
    }

    static String header(long from) {
        return "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:" + from + "\n";
    }

    static String segment(long number) {
        return "#EXTINF:1,\n" + number + "\n";
    }

    HlsStream stream(Duration stall) {
        URI uri = URI.create(server.at("/live.m3u8"));
        HttpReader http =
                new HttpReader(
                        SourceUri.parse(uri.toString()),
                        AccessRules.forTrusted(AllowedHosts.NONE),
                        Credentials.NONE,
                        HttpLimits.DEFAULT,
                        new StopSignal());
        return new HlsStream(http, uri, HlsSettings.of(224, stall));
    }

    long timesAsked(String path) {
        return server.asked().stream().filter(asked -> asked.path().equals(path)).count();
    }

    @Override
    public void close() {
        server.close();
    }
}
