// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import dev.sightline.video.access.AccessRefused;
import dev.sightline.video.access.HttpReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads playlists as RFC 8216 describes them. Tags that it does not know, those of low latency and
 * of I-frame lists among them, are left out, as section 6.3.1 asks; what would be needed to show
 * the right pictures and is not offered here, encryption above all, is refused.
 */
final class PlaylistParser {

    private static final String FIRST_LINE = "#EXTM3U";
    private static final String VARIANT = "#EXT-X-STREAM-INF:";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PlaylistParser() {}

    /**
     * Reads a playlist.
     *
     * @param uri where it comes from, behind all redirects: what its addresses are relative to
     * @throws PlaylistException if it is none, or asks for what is not offered
     * @throws AccessRefused if it refers to what is not on HTTP
     */
    static Playlist parse(String text, URI uri) throws PlaylistException, AccessRefused {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty() || !withoutMark(lines.get(0)).equals(FIRST_LINE)) {
            throw new PlaylistException("is no HLS playlist: it does not begin with " + FIRST_LINE);
        }
        return lines.stream().anyMatch(line -> line.startsWith(VARIANT))
                ? master(lines, uri)
                : new MediaPlaylistBuilder(uri).read(lines);
    }

    private static String withoutMark(String line) {
        return line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
    }

    private static Playlist.Master master(List<String> lines, URI uri)
            throws PlaylistException, AccessRefused {
        List<Variant> variants = new ArrayList<>();
        AttributeList attributes = null;
        for (String line : lines) {
            if (line.startsWith(VARIANT)) {
                attributes = new AttributeList(line.substring(VARIANT.length()));
            } else if (!line.startsWith("#") && attributes != null) {
                variants.add(variant(attributes, HttpReader.resolve(uri, line)));
                attributes = null;
            }
        }
        if (variants.isEmpty()) {
            throw new PlaylistException("is a playlist of variants, but lists none");
        }
        return new Playlist.Master(variants);
    }

    private static Variant variant(AttributeList attributes, URI uri) {
        int[] size = attributes.resolution();
        return new Variant(
                uri, attributes.number("BANDWIDTH"), size[0], size[1], attributes.text("CODECS"));
    }
}
