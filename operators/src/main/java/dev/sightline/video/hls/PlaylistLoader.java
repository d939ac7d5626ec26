// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import dev.sightline.video.access.HttpReader;
import java.io.IOException;
import java.net.URI;

/** Loads the playlist of one variant again and again. One thread. */
final class PlaylistLoader {

    private final HttpReader http;
    private final HlsSettings settings;
    private URI uri;
    private boolean chosen;

    /**
     * @param uri of a playlist of variants, or of segments
     */
    PlaylistLoader(HttpReader http, URI uri, HlsSettings settings) {
        this.http = http;
        this.uri = uri;
        this.settings = settings;
    }

    /**
     * Loads it.
     *
     * @throws PlaylistException if it cannot be read as it is
     * @throws IOException if it cannot be had now
     */
    Playlist.Media load() throws IOException {
        Playlist playlist = read();
        if (!chosen && playlist instanceof Playlist.Master master) {
            uri = VariantChoice.of(master.variants(), settings.side()).uri();
            playlist = read();
        }
        if (playlist instanceof Playlist.Media media) {
            chosen = true;
            return media;
        }
        throw new PlaylistException("lists a playlist of variants as a variant");
    }

    private Playlist read() throws IOException {
        HttpReader.Text text = http.text(uri, settings.playlistBytes());
        return PlaylistParser.parse(text.content(), text.uri());
    }
}
