// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.media.ByteRange;
import dev.sightline.search.media.PlayableVideo;
import dev.sightline.video.decode.MediaException;
import dev.sightline.video.repack.RepackBusy;
import dev.sightline.video.repack.RepackForecast;
import dev.sightline.video.repack.RepackedVideo;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures and videos. */
final class MediaRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(MediaRoutes.class);

    private static final int RETRY_SECONDS = 10;

    /** Slow readers keep a thread each; others have to be left for all else. */
    private static final int MOST_PLAYING = 100;

    /** Each opens and probes the file. */
    private static final int FORECASTS = 4;

    private static final int FORECASTS_WAITING = 8;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Semaphore playing = new Semaphore(MOST_PLAYING);
    private final Gate forecasts = new Gate(FORECASTS, FORECASTS_WAITING, LONGEST_WAIT);
    private final SearchBackend backend;
    private final KnownStreams streams;

    MediaRoutes(SearchBackend backend) {
        this.backend = backend;
        this.streams = new KnownStreams(backend.index());
    }

    List<Route> routes() {
        return List.of(
                Route.get("/picture", Access.VIEWER, this::picture),
                Route.get("/video", Access.VIEWER, this::video),
                // A player asks with it where a converted video would begin.
                new Route(HandlerType.HEAD, Route.PREFIX + "/video", Access.VIEWER, this::video));
    }

    private void picture(Context context) throws IOException {
        String id = Parameters.of(context, "id").required("id");
        Answer.jpeg(
                context,
                backend.pictures()
                        .read(id)
                        .orElseThrow(() -> Problem.notFound("id: there is no picture of it"))
                        .jpeg());
    }

    private void video(Context context) throws Exception {
        Parameters parameters = Parameters.of(context, "stream", "epoch", "from");
        long from = parameters.mediaMs("from");
        PlayableVideo video =
                backend.videos().look(streams.stream(parameters)).orElseThrow(MediaRoutes::noVideo);
        Optional<String> mediaType = video.direct();
        if (mediaType.isPresent()) {
            oneOfMany(context.contentType(mediaType.get()), video);
        } else {
            converted(context, video, from);
        }
    }

    private static Problem noVideo() {
        return Problem.notFound("stream: it has no video that can be played");
    }

    private void oneOfMany(Context context, PlayableVideo video) throws IOException {
        if (!playing.tryAcquire()) {
            throw Problem.later(Problem.UNAVAILABLE, "too many videos play already", RETRY_SECONDS);
        }
        try {
            asItIs(context, video);
        } finally {
            playing.release();
        }
    }

    private static void asItIs(Context context, PlayableVideo video) throws IOException {
        ByteRange range = video.range(context.header("Range"), context.header("If-Range"));
        context.status(range.status());
        context.header("Accept-Ranges", "bytes").header("ETag", video.entityTag());
        context.header("Cache-Control", "private, no-cache");
        if (range.contentRange() != null) {
            context.header("Content-Range", range.contentRange());
        }
        context.res().setContentLengthLong(range.length());
        if (!context.method().equals(HandlerType.HEAD) && range.length() > 0) {
            try (InputStream in = video.open(range)) {
                in.transferTo(context.res().getOutputStream());
            }
        }
    }

    private void converted(Context context, PlayableVideo video, long from) throws Exception {
        try {
            if (context.method().equals(HandlerType.HEAD)) {
                RepackForecast told =
                        forecasts.pass(
                                () -> backend.videos().playback().forecast(video.file(), from));
                converted(context, told.startMs(), told.contentType());
                context.res().flushBuffer(); // without a length, as nobody knows it
                return;
            }
            try (RepackedVideo begun = backend.videos().playback().convert(video.file(), from)) {
                converted(context, begun.startMs(), begun.contentType());
                begun.writeTo(context.res().getOutputStream());
            }
        } catch (RepackBusy e) {
            throw Problem.later(Problem.UNAVAILABLE, e.getMessage(), RETRY_SECONDS);
        } catch (MediaException e) {
            LOG.warn("{} cannot be converted: {}", video.file(), e.getMessage());
            throw noVideo();
        }
    }

    private static void converted(Context context, long startMs, String contentType) {
        context.header("X-Sightline-Start-Ms", String.valueOf(startMs));
        context.header("Cache-Control", "no-store").header("Accept-Ranges", "none");
        context.contentType(contentType);
    }
}
