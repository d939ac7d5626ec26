// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import dev.sightline.redaction.Redaction;
import dev.sightline.video.SourceKind;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a stream on the network is. It holds no credentials: those come by reference, so that they
 * are in no topic, no checkpoint and no log.
 *
 * @param uri as it was given; scheme and host in lower case
 * @param kind how it is read
 */
public record SourceUri(URI uri, SourceKind kind) implements Serializable {

    private static final Map<String, SourceKind> KINDS =
            Map.of(
                    "http", SourceKind.HTTP,
                    "https", SourceKind.HTTP,
                    "rtsp", SourceKind.RTSP,
                    "rtsps", SourceKind.RTSP,
                    "rtmp", SourceKind.RTMP,
                    "srt", SourceKind.SRT,
                    "udp", SourceKind.UDP);

    /** FFmpeg takes its own options from the query of these; few of them are harmless. */
    private static final Map<SourceKind, Set<String>> PARAMETERS =
            Map.of(SourceKind.SRT, Set.of("streamid", "latency"), SourceKind.UDP, Set.of());

    /** Schemes that need a port. */
    private static final Set<SourceKind> WITH_PORT = Set.of(SourceKind.SRT, SourceKind.UDP);

    private static final Pattern PLAYLIST = Pattern.compile("(?i).*\\.m3u8?");

    /** What could end a line of a request that the URI is written into. */
    private static final Pattern ENCODED_CONTROL =
            Pattern.compile("(?i).*%(?:0[0-9a-f]|1[0-9a-f]|7f).*");

    private static final int LONGEST = 4096;

    /** Whether a text names something on the network, rather than a file of this machine. */
    public static boolean isNetwork(String text) {
        int colon = text.indexOf("://");
        return colon > 1 && KINDS.containsKey(text.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    /**
     * Parses and checks a stream's URI.
     *
     * @throws IllegalArgumentException saying what is wrong, without credentials
     */
    public static SourceUri parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("its URI is longer than " + LONGEST + " characters");
        }
        refuseCredentials(text);
        URI uri = syntax(text);
        SourceKind kind = kind(uri);
        checkHost(uri, kind);
        checkRest(uri, kind);
        return new SourceUri(uri, kind);
    }

    /** Before anything else, as what is wrong with the URI is told with it. */
    private static void refuseCredentials(String text) {
        int authority = text.indexOf("://") + 3;
        boolean user =
                authority > 2 && text.substring(authority).split("[/?#]", 2)[0].contains("@");
        if (user || !Redaction.redact(text).equals(text)) {
            throw new IllegalArgumentException(
                    "its URI holds credentials; put them where a secretRef points to");
        }
    }

    private static URI syntax(String text) {
        try {
            URI uri = new URI(text).parseServerAuthority();
            if (uri.getScheme() == null || uri.getHost() == null) {
                throw new IllegalArgumentException("'" + text + "' is no URI with a host");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is no URI: " + e.getReason());
        }
    }

    private static SourceKind kind(URI uri) {
        SourceKind kind = KINDS.get(uri.getScheme().toLowerCase(Locale.ROOT));
        if (kind == null) {
            throw new IllegalArgumentException(
                    "cannot read "
                            + uri.getScheme()
                            + " streams; those of rtsp, rtsps, http, https, rtmp, srt and udp can be");
        }
        boolean playlist =
                kind == SourceKind.HTTP
                        && uri.getPath() != null
                        && PLAYLIST.matcher(uri.getPath()).matches();
        return playlist ? SourceKind.HLS : kind;
    }

    private static void checkHost(URI uri, SourceKind kind) {
        try {
            HostName.canonical(uri.getHost());
        } catch (AccessRefused e) {
            throw new IllegalArgumentException(e.getMessage());
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException("its URI has a port that is none");
        }
        if (uri.getPort() < 0 && WITH_PORT.contains(kind)) {
            throw new IllegalArgumentException("its URI needs a port");
        }
    }

    private static void checkRest(URI uri, SourceKind kind) {
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "its URI has a fragment (#), which means nothing here");
        }
        String rest = uri.getRawPath() + "?" + uri.getRawQuery();
        if (ENCODED_CONTROL.matcher(rest).matches()) {
            throw new IllegalArgumentException("its URI holds control characters");
        }
        Set<String> parameters = PARAMETERS.get(kind);
        if (parameters == null || uri.getRawQuery() == null) {
            return;
        }
        for (String parameter : uri.getRawQuery().split("&")) {
            if (!parameters.contains(parameter.split("=", 2)[0])) {
                throw new IllegalArgumentException(
                        "its URI has a parameter that "
                                + uri.getScheme()
                                + " streams do not take here");
            }
        }
    }

    /** The URI as events tell it. */
    @Override
    public String toString() {
        return Redaction.uri(uri.toString());
    }
}
