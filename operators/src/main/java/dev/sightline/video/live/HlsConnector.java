// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.access.AllowedMedia;
import dev.sightline.video.access.HttpReader;
import dev.sightline.video.decode.Connection;
import dev.sightline.video.decode.DatedBytes;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.LiveConnection;
import dev.sightline.video.decode.MediaException;
import dev.sightline.video.decode.MediaInput;
import dev.sightline.video.decode.Medium;
import dev.sightline.video.hls.HlsPeriod;
import dev.sightline.video.hls.HlsSettings;
import dev.sightline.video.hls.HlsStream;
import java.io.IOException;

/**
 * Follows a playlist for as long as the stream is watched: what was read of it is not read again
 * when it was away. Playlists are read by us, so FFmpeg sees nothing but bytes of segments.
 */
final class HlsConnector implements Connector {

    private final Registration registration;
    private final ConnectionSettings settings;
    private final OpenConnection open = new OpenConnection();
    private HlsStream stream;

    HlsConnector(Registration registration, ConnectionSettings settings) {
        this.registration = registration;
        this.settings = settings;
    }

    @Override
    public Connection connect() throws MediaException {
        try {
            if (stream == null) {
                stream = follow();
            }
            return HlsConnection.begin(stream, this::open);
        } catch (IOException | IllegalArgumentException e) {
            throw new MediaException(Category.OPEN, e.getMessage());
        }
    }

    private HlsStream follow() throws IOException {
        DecoderSettings decoder = settings.decoder();
        int side = Math.max(decoder.geometry().width(), decoder.geometry().height());
        HttpReader http = settings.http(registration, open.stop());
        return new HlsStream(
                http, settings.uri(registration), HlsSettings.of(side, decoder.readTimeout()));
    }

    private LiveConnection open(HlsPeriod period) throws MediaException {
        return open.open(
                new LiveConnection(
                        new MediaInput.Bytes(
                                () -> period, AllowedMedia.of(registration.kind()).formats()),
                        settings.decoder(registration),
                        new Medium(
                                position -> segment(period, position),
                                () -> true,
                                true,
                                stream.isEnded())));
    }

    private static DatedBytes.Segment segment(HlsPeriod period, long position) {
        return period.segmentAt(position)
                .map(place -> new DatedBytes.Segment(place.firstByte(), place.programDateTime()))
                .orElse(null);
    }

    @Override
    public void cancel() {
        open.cancel();
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
    }
}
