// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

/** Makes the connector that a stream's kind needs. */
public final class MediaConnectors implements Connector.Factory {

    private static final long serialVersionUID = 1L;

    private final ConnectionSettings settings;

    public MediaConnectors(ConnectionSettings settings) {
        this.settings = settings;
    }

    @Override
    public Connector of(Registration registration) {
        return switch (registration.kind()) {
            case HLS -> new HlsConnector(registration, settings);
            case HTTP -> new HttpConnector(registration, settings);
            case FILE, RTSP, RTMP, SRT, UDP -> new NetworkConnector(registration, settings);
        };
    }
}
