// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.access.AllowedMedia;
import dev.sightline.video.decode.Connection;
import dev.sightline.video.decode.LiveConnection;
import dev.sightline.video.decode.MediaException;
import dev.sightline.video.decode.MediaInput;
import dev.sightline.video.decode.Medium;
import dev.sightline.video.http.HttpByteSource;
import dev.sightline.video.http.Retry;
import java.io.IOException;

/**
 * Reads what a server sends by HTTP: a file, which has a size and an end, or a live stream, which
 * has neither.
 */
final class HttpConnector implements Connector {

    private final Registration registration;
    private final ConnectionSettings settings;
    private final OpenConnection open = new OpenConnection();

    HttpConnector(Registration registration, ConnectionSettings settings) {
        this.registration = registration;
        this.settings = settings;
    }

    @Override
    public Connection connect() throws MediaException {
        HttpByteSource bytes = null;
        try {
            bytes =
                    new HttpByteSource(
                            settings.http(registration, open.stop()),
                            settings.uri(registration),
                            new Retry(settings.decoder().readTimeout(), true));
            return connect(bytes, bytes.size() >= 0);
        } catch (IOException | IllegalArgumentException e) {
            if (bytes != null) {
                bytes.close();
            }
            throw new MediaException(Category.OPEN, e.getMessage());
        }
    }

    private Connection connect(HttpByteSource bytes, boolean finite) throws MediaException {
        return open.open(
                new LiveConnection(
                        new MediaInput.Bytes(
                                () -> bytes, AllowedMedia.of(registration.kind()).formats()),
                        settings.decoder(registration),
                        new Medium(null, () -> finite, finite, finite)));
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
