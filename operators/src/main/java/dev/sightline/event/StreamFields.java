// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import dev.sightline.event.StreamRequest.Decode;
import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.IgnoreRegions.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the fields of a stream's control record. */
final class StreamFields {

    private static final Set<String> KNOWN =
            Set.of("uri", "secretRef", "intervalMs", "decode", "ignore", "trusted");

    /** x, y, width and height. */
    private static final int NUMBERS_OF_A_REGION = 4;

    private StreamFields() {}

    /**
     * @throws MalformedRequest if a field is unknown, or of another type; values that are merely
     *     out of range are left to the request
     */
    static StreamRequest parse(String id, byte[] json, long defaultIntervalMs)
            throws MalformedRequest {
        JsonFields fields = JsonFields.parse(json, KNOWN);
        return new StreamRequest(
                id,
                Objects.requireNonNullElse(fields.text("uri"), ""),
                fields.text("secretRef"),
                Objects.requireNonNullElse(fields.integer("intervalMs"), defaultIntervalMs),
                decode(fields.text("decode")),
                ignore(fields.numberLists("ignore", NUMBERS_OF_A_REGION)),
                Objects.requireNonNullElse(fields.truth("trusted"), false));
    }

    private static Decode decode(String name) throws MalformedRequest {
        if (name == null) {
            return null;
        }
        return Stream.of(Decode.values())
                .filter(decode -> decode.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new MalformedRequest(
                                        "'decode' has to be exact, economy or keyframes"));
    }

    private static IgnoreRegions ignore(List<double[]> rectangles) throws MalformedRequest {
        List<Region> regions = new ArrayList<>();
        try {
            for (double[] numbers : rectangles) {
                regions.add(new Region(numbers[0], numbers[1], numbers[2], numbers[3]));
            }
            return new IgnoreRegions(regions);
        } catch (IllegalArgumentException e) {
            throw new MalformedRequest("'ignore': " + e.getMessage());
        }
    }
}
