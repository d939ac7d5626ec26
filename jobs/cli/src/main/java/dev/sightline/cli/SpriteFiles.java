// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A track of small pictures and the sheets that lie beside it.
 *
 * @param track the WebVTT, which names the sheets beside it
 * @param sheets where each goes, with what the service has to be asked for it; in the order of the
 *     track
 */
record SpriteFiles(String track, Map<Path, RequestParameters> sheets) {

    /** A sheet, as the service's own track says where it is. */
    private static final Pattern SHEET = Pattern.compile("(?m)^sprite\\.jpg\\?([^#\\s]*)(?=#|$)");

    private static final Pattern NUMBER = Pattern.compile("(?:^|&)sheet=(\\d{1,6})(?=&|$)");
    private static final String EXTENSION = ".vtt";

    /**
     * What to write for a track of the service.
     *
     * @param target where the track goes
     * @param track as the service has it
     */
    static SpriteFiles of(Path target, String track) {
        String name = target.getFileName().toString();
        int end = name.length() - (name.endsWith(EXTENSION) ? EXTENSION.length() : 0);
        String start = name.substring(0, end);
        String address = URLEncoder.encode(start, StandardCharsets.UTF_8).replace("+", "%20");
        Map<Path, RequestParameters> sheets = new LinkedHashMap<>();
        String written =
                SHEET.matcher(track)
                        .replaceAll(
                                found -> {
                                    String file = "-" + number(found) + ".jpg";
                                    sheets.put(
                                            target.resolveSibling(start + file),
                                            parameters(found.group(1)));
                                    return address + file;
                                });
        return new SpriteFiles(written, sheets);
    }

    private static String number(MatchResult found) {
        var number = NUMBER.matcher(found.group(1));
        if (!number.find()) {
            throw new SearchFailure("the track of small pictures names a sheet without a number");
        }
        return number.group(1);
    }

    private static RequestParameters parameters(String query) {
        RequestParameters parameters = new RequestParameters();
        for (String each : query.split("&")) {
            String[] pair = each.split("=", 2);
            parameters.add(
                    pair[0],
                    URLDecoder.decode(pair.length > 1 ? pair[1] : "", StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
