// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.access.NetworkSource;
import dev.sightline.video.access.SourceUri;
import dev.sightline.video.decode.Connection;
import dev.sightline.video.decode.LiveConnection;
import dev.sightline.video.decode.MediaException;
import dev.sightline.video.decode.MediaInput;
import dev.sightline.video.decode.Medium;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Connects to what FFmpeg itself speaks: RTSP, RTMP, SRT, MPEG-TS over UDP. */
final class NetworkConnector implements Connector {

    /**
     * In microseconds. FFmpeg would watch a stream for five seconds to find out its rate, of which
     * nothing depends here.
     */
    private static final String ANALYZE = "1000000";

    private final Registration registration;
    private final ConnectionSettings settings;
    private final OpenConnection open = new OpenConnection();

    NetworkConnector(Registration registration, ConnectionSettings settings) {
        this.registration = registration;
        this.settings = settings;
    }

    @Override
    public Connection connect() throws MediaException {
        return open.open(new LiveConnection(input(), settings.decoder(registration), Medium.LIVE));
    }

    private MediaInput input() throws MediaException {
        try {
            NetworkSource source =
                    NetworkSource.of(
                            SourceUri.parse(registration.uri()),
                            settings.rules(registration),
                            settings.secret(registration),
                            open.stop());
            return new MediaInput.Network(
                    source.url(),
                    source.allowed().protocols(),
                    source.allowed().formats(),
                    options(source));
        } catch (IOException | IllegalArgumentException e) {
            throw new MediaException(Category.OPEN, e.getMessage());
        }
    }

    private Map<String, String> options(NetworkSource source) {
        Map<String, String> options = new HashMap<>(source.options());
        options.put("analyzeduration", ANALYZE);
        if (registration.kind() == SourceKind.RTSP) {
            options.put("rtsp_transport", settings.rtspOverUdp() ? "udp" : "tcp");
        }
        return options;
    }

    @Override
    public void cancel() {
        open.cancel();
    }

    @Override
    public void close() {
        // A connection is closed by whoever asked for it.
    }
}
