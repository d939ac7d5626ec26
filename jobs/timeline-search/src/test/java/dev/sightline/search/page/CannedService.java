// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers what is asked below api/v1/, whoever asks. */
final class CannedService {

    private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
    private final CannedVideo video = new CannedVideo();
    private final EventStream events = new EventStream();

    EventStream events() {
        return events;
    }

    void answer(HttpExchange exchange, Asked asked) throws IOException {
        Reply reply = new Reply(exchange);
        String stream = asked.parameter("stream", "");
        String text = asked.parameter("text", "");
        switch (asked.path()) {
            case "search" ->
                    reply.json(
                            CannedAnswers.search(
                                    text,
                                    Integer.parseInt(asked.parameter("page", "1")),
                                    asked.parameter("fold", "true").equals("true"),
                                    asked.parameter("anyway", "false").equals("true")));
            case "streams" -> reply.json(CannedAnswers.streams(asked.parameter("name", "")));
            case "timeline" -> reply.json(CannedAnswers.timeline(stream, events.sent()));
            case "samples" -> reply.json(CannedAnswers.samples());
            case "curve" -> reply.json(CannedAnswers.curve());
            case "export" -> reply.text(200, "text/csv", "stream\n");
            case "queries" -> {
                String id = asked.parameter("id", "");
                reply.json(id.isEmpty() ? CannedQueries.queries() : CannedQueries.query(id));
            }
            case "queries/backtest" -> reply.json(CannedQueries.backTest());
            case "picture" -> reply.bytes(200, "image/jpeg", picture(asked.parameter("id", "")));
            case "video" ->
                    video.send(
                            exchange,
                            stream.equals(CannedAnswers.CONVERTED),
                            asked.parameter("from", "0"));
            case "tracks/chapters.vtt" -> reply.text(200, "text/vtt", CannedAnswers.chapters());
            case "tracks/cues.vtt" -> reply.text(200, "text/vtt", CannedAnswers.cues());
            case "events" -> events.serve(exchange);
            default -> reply.problem(404, "Not found", "There is nothing at this address.");
        }
    }

    private byte[] picture(String id) {
        return pictures.computeIfAbsent(id, DrawnPictures::jpeg);
    }
}
