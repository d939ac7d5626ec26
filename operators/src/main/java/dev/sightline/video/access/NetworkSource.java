// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import dev.sightline.redaction.Redaction;
import dev.sightline.video.SourceKind;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A source that FFmpeg itself connects to, checked: its URL holds the address that was checked in
 * place of the host's name, and the credentials. For one connection only, and to be kept nowhere.
 *
 * @param url for FFmpeg; a secret
 * @param options for FFmpeg; may hold secrets
 * @param allowed the white lists for it
 */
public record NetworkSource(String url, Map<String, String> options, AllowedMedia allowed) {

    private static final int SHORTEST_PASSPHRASE = 10;

    /** Keeps what it was given. */
    public NetworkSource {
        options = Map.copyOf(options);
    }

    /**
     * Finds out where to connect to, and checks it.
     *
     * @param rules which hosts may be connected to
     * @param secret what the source asks for; null for nothing
     * @param stop ends the wait for the resolver
     * @throws AccessRefused if it must not be connected to, or the secret does not fit
     * @throws IOException if the host is unknown
     */
    public static NetworkSource of(
            SourceUri source, AccessRules rules, Secret secret, StopSignal stop)
            throws IOException {
        InetAddress address = rules.check(source.uri().getHost(), stop).get(0);
        Map<String, String> options = new HashMap<>();
        String userInfo = "";
        if (source.kind() == SourceKind.SRT) {
            options.put("mode", "caller");
            addPassphrase(options, secret);
        } else if (secret != null) {
            userInfo = Credentials.of(secret).userInfo();
        }
        addOptions(options, source);
        return new NetworkSource(
                url(source.uri(), userInfo, address), options, AllowedMedia.of(source.kind()));
    }

    private static void addPassphrase(Map<String, String> options, Secret secret)
            throws AccessRefused {
        if (secret == null) {
            return;
        }
        if (secret.reveal().length() < SHORTEST_PASSPHRASE) {
            throw new AccessRefused("its secret is shorter than SRT's pass phrases are");
        }
        options.put("passphrase", secret.reveal());
    }

    private static void addOptions(Map<String, String> options, SourceUri source)
            throws AccessRefused {
        URI uri = source.uri();
        switch (source.kind()) {
            case RTSP -> {
                options.put("allowed_media_types", "video");
                if (uri.getScheme().equalsIgnoreCase("rtsps")) {
                    options.put("verifyhost", HostName.canonical(uri.getHost()));
                }
            }
            case RTMP -> options.put("rtmp_tcurl", connectUrl(uri));
            default -> {
                // Nothing beyond the address.
            }
        }
    }

    /** What RTMP tells the server that it connected to: with its name, which may choose a site. */
    private static String connectUrl(URI uri) {
        String[] path = uri.getRawPath().split("/", 3);
        return "rtmp://" + uri.getRawAuthority() + "/" + (path.length > 1 ? path[1] : "");
    }

    private static String url(URI uri, String userInfo, InetAddress address) {
        String host =
                address instanceof Inet6Address
                        ? "[" + address.getHostAddress().split("%", 2)[0] + "]"
                        : address.getHostAddress();
        return uri.getScheme().toLowerCase(Locale.ROOT)
                + "://"
                + userInfo
                + host
                + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + uri.getRawPath()
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    @Override
    public String toString() {
        return "NetworkSource(" + Redaction.uri(url) + ")";
    }
}
