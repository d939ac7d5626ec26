// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.media.LocalVideos;
import dev.sightline.search.media.PlayableVideo;
import dev.sightline.search.media.VideoPlayback;
import dev.sightline.video.StreamRef;
import dev.sightline.video.decode.MediaException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What browsers can be shown of streams.
 *
 * @param videos which file a stream is
 * @param playback how a browser gets it
 */
public record Playable(LocalVideos videos, VideoPlayback playback) {

    /** Whether there is a file that may be shown; whether it is a video is not looked at. */
    boolean is(StreamRef stream) {
        return videos.file(stream).isPresent();
    }

    /** The video of a stream; empty if there is none that can be played. */
    Optional<PlayableVideo> look(StreamRef stream) throws IOException {
        Optional<Path> file = videos.file(stream);
        try {
            return file.isEmpty() ? Optional.empty() : Optional.of(playback.look(file.get()));
        } catch (MediaException e) {
            return Optional.empty(); // the job read it once; it is broken, or of a kind unknown now
        }
    }
}
