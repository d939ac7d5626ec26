// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * How a stream is followed.
 *
 * @param side of the model's input, in pixels: no larger variant than needed for it is taken
 * @param stall how long nothing new may come before the stream counts as lost; no less than three
 *     target durations are waited
 * @param playlistBytes a playlist's largest size
 */
public record HlsSettings(int side, Duration stall, int playlistBytes) implements Serializable {

    private static final int PLAYLIST_BYTES = 4 << 20;

    /** Refuses an absent part. */
    public HlsSettings {
        Objects.requireNonNull(stall, "stall");
    }

    /** Playlists of up to 4 MiB, which ten hours in segments of two seconds stay below. */
    public static HlsSettings of(int side, Duration stall) {
        return new HlsSettings(side, stall, PLAYLIST_BYTES);
    }
}
