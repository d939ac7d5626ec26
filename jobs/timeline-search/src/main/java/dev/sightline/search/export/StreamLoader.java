// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.media.LocalVideos;
import dev.sightline.search.media.VideoPlayback;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.video.StreamRef;
import dev.sightline.video.decode.MediaException;
import dev.sightline.video.decode.VideoFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts together what is written of a stream. */
final class StreamLoader {

    private static final Comparator<Finding> BY_TIME =
            Comparator.comparingLong(Finding::startMs).thenComparing(Finding::id);

    private final TimelineIndex index;
    private final LocalVideos videos;
    private final VideoPlayback playback;

    StreamLoader(TimelineIndex index, LocalVideos videos, VideoPlayback playback) {
        this.index = index;
        this.videos = videos;
        this.playback = playback;
    }

    /**
     * @param found what somebody looked for, in any stream
     * @throws InvalidExport if there is no such stream or epoch
     */
    ExportedStream load(ExportRequest.Part part, List<Finding> found)
            throws IOException, InvalidExport {
        Timeline timeline = timeline(part);
        List<Finding> findings =
                Stream.concat(
                                timeline.matches().stream().map(Finding::of),
                                found.stream().filter(one -> one.isIn(timeline.stream())))
                        .sorted(BY_TIME)
                        .toList();
        return new ExportedStream(timeline, findings, rate(timeline.stream()));
    }

    /**
     * Looks whether there is such a stream and epoch.
     *
     * @return the epoch
     */
    long check(ExportRequest.Part part) throws IOException, InvalidExport {
        List<Long> epochs = summary(part).epochs();
        if (part.epoch() == null) {
            return epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1);
        }
        if (!epochs.contains(part.epoch())) {
            throw new InvalidExport(
                    "epoch", "stream '" + part.streamId() + "' has no epoch " + part.epoch());
        }
        return part.epoch();
    }

    private StreamSummary summary(ExportRequest.Part part) throws IOException, InvalidExport {
        return index.stream(part.streamId())
                .orElseThrow(
                        () -> new InvalidExport("stream", "no stream '" + part.streamId() + "'"));
    }

    private Timeline timeline(ExportRequest.Part part) throws IOException, InvalidExport {
        long epoch = check(part);
        StreamSummary summary = summary(part);
        return index.timeline(part.streamId(), epoch).orElseGet(() -> empty(summary, epoch));
    }

    /** Of a stream of which nothing but its name is known yet. */
    private static Timeline empty(StreamSummary summary, long epoch) {
        StreamRef latest = summary.latest();
        StreamRef stream = new StreamRef(summary.id(), epoch, latest.uri(), latest.kind(), "");
        return new Timeline(stream, 0, List.of(), List.of(), List.of(), List.of());
    }

    private StatedRate rate(StreamRef stream) {
        Optional<Path> file = videos.file(stream);
        if (file.isEmpty()) {
            return StatedRate.assumed(
                    "the video is no local file, not in an allowed folder, or has changed");
        }
        try {
            VideoFacts facts = playback.look(file.get()).facts();
            return StatedRate.of(facts.rate(), facts.steady());
        } catch (MediaException e) {
            return StatedRate.assumed("the file " + e.getMessage());
        } catch (IOException e) {
            return StatedRate.assumed("the file cannot be read");
        }
    }
}
