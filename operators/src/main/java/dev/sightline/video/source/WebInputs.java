// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.SourceKind;
import dev.sightline.video.access.AccessRules;
import dev.sightline.video.access.AllowedHosts;
import dev.sightline.video.access.AllowedMedia;
import dev.sightline.video.access.Credentials;
import dev.sightline.video.access.HttpLimits;
import dev.sightline.video.access.HttpReader;
import dev.sightline.video.access.SourceUri;
import dev.sightline.video.access.StopSignal;
import dev.sightline.video.decode.ByteSource;
import dev.sightline.video.decode.MediaInput;
import dev.sightline.video.hls.HlsFile;
import dev.sightline.video.hls.HlsSettings;
import dev.sightline.video.hls.HlsStream;
import dev.sightline.video.http.HttpByteSource;
import dev.sightline.video.http.Retry;
import java.time.Duration;
import java.util.Set;

/**
 * Opens files behind HTTP. The operator names them, so they may be in private networks; files that
 * ask for credentials are read as streams, which have a place to refer to them.
 */
final class WebInputs {

    private static final Set<SourceKind> WEB = Set.of(SourceKind.HTTP, SourceKind.HLS);

    /** A server may be started anew meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private WebInputs() {}

    /** Whether an address is one of HTTP. */
    static boolean isWeb(String address) {
        return SourceUri.isNetwork(address) && WEB.contains(SourceUri.parse(address).kind());
    }

    /**
     * The medium at an address.
     *
     * @param side of the model's input, in pixels
     */
    static MediaInput input(String address, int side) {
        SourceKind kind = SourceUri.parse(address).kind();
        ByteSource.Factory factory =
                kind == SourceKind.HLS ? () -> playlist(address, side) : () -> file(address);
        return new MediaInput.Bytes(factory, AllowedMedia.of(kind).formats());
    }

    /** The bytes at an address. */
    static HttpByteSource file(String address) {
        SourceUri source = SourceUri.parse(address);
        return new HttpByteSource(reader(source), source.uri(), new Retry(PATIENCE, false));
    }

    private static HlsFile playlist(String address, int side) {
        SourceUri source = SourceUri.parse(address);
        HlsSettings settings = HlsSettings.of(side, PATIENCE);
        return new HlsFile(new HlsStream(reader(source), source.uri(), settings));
    }

    private static HttpReader reader(SourceUri source) {
        return new HttpReader(
                source,
                AccessRules.forTrusted(AllowedHosts.NONE),
                Credentials.NONE,
                HttpLimits.DEFAULT,
                new StopSignal());
    }
}
