// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.video.StreamRef;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** Pictures and videos. */
final class MediaRoutes {

    private static final int RETRY_SECONDS = 10;

    /** Media time is in milliseconds; a year of it. */
    private static final long LATEST_MS = 366L * 24 * 3600 * 1000;

    private final SearchBackend backend;
    private final KnownStreams streams;

    MediaRoutes(SearchBackend backend) {
        this.backend = backend;
        this.streams = new KnownStreams(backend.index());
    }

    List<Route> routes() {
        return List.of(
                Route.get("/picture", Access.VIEWER, this::picture),
                Route.get("/video", Access.VIEWER, this::video));
    }

    private void picture(Context context) throws IOException {
        String id = Parameters.of(context, "id").required("id");
        Answer.jpeg(
                context,
                backend.pictures()
                        .read(id)
                        .orElseThrow(() -> Problem.notFound("id: there is no picture of it")));
    }

    private void video(Context context) throws IOException {
        Parameters parameters = Parameters.of(context, "stream", "epoch", "from");
        StreamRef stream = streams.timeline(parameters).stream();
        long from = parameters.whole("from", 0, 0, LATEST_MS);
        Videos.Playback playback = open(stream, from);
        if (playback instanceof Videos.AsItIs video) {
            FileRange.send(context, video.file(), video.mediaType());
        } else if (playback instanceof Videos.Converted video) {
            context.header("X-Sightline-Start-Ms", String.valueOf(video.startMs()));
            context.header("Cache-Control", "no-store").header("Accept-Ranges", "none");
            context.contentType(video.mediaType());
            video.body().writeTo(context.res().getOutputStream());
        }
    }

    private Videos.Playback open(StreamRef stream, long from) throws IOException {
        try {
            return backend.videos()
                    .open(stream, from)
                    .orElseThrow(
                            () -> Problem.notFound("stream: it has no video that can be played"));
        } catch (Videos.Busy e) {
            throw Problem.later(
                    Problem.UNAVAILABLE, "too many videos are being converted", RETRY_SECONDS);
        }
    }
}
