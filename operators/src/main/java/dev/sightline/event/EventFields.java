// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Reads the fields of published events, and names those that are missing or wrong. A pointer is a
 * JSON pointer from the event's root, such as {@code /boundary/start}.
 */
public final class EventFields {

    /** Four digits of a year; others overflow where times are counted in milliseconds. */
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private EventFields() {}

    /** The stream that an event is about. */
    public static StreamRef stream(JsonNode event) throws MalformedEvent {
        String asset = optional(event, "/asset");
        return new StreamRef(
                text(event, "/streamId"),
                whole(event, "/epoch"),
                text(event, "/source/uri"),
                constant(event, "/source/kind", SourceKind.class),
                asset == null ? "" : asset);
    }

    /** A text that has to be there. */
    public static String text(JsonNode event, String pointer) throws MalformedEvent {
        JsonNode field = event.at(pointer);
        if (!field.isTextual()) {
            throw wrong(pointer, "has to be a text");
        }
        return field.textValue();
    }

    /** A text that may be missing. */
    public static String optional(JsonNode event, String pointer) throws MalformedEvent {
        JsonNode field = event.at(pointer);
        return field.isMissingNode() || field.isNull() ? null : text(event, pointer);
    }

    /** A whole number that has to be there. */
    public static long whole(JsonNode event, String pointer) throws MalformedEvent {
        JsonNode field = event.at(pointer);
        if (!field.isIntegralNumber() || !field.canConvertToLong()) {
            throw wrong(pointer, "has to be a whole number");
        }
        return field.longValue();
    }

    /** A block of times; a missing time of ingestion is read as 1970. */
    public static MediaTime time(JsonNode event, String pointer) throws MalformedEvent {
        Instant wall = instant(event, pointer + "/wall", null);
        return new MediaTime(
                whole(event, pointer + "/pts"),
                timeBase(event, pointer + "/timeBase"),
                whole(event, pointer + "/mediaMs"),
                wall,
                constant(event, pointer + "/wallSource", WallSource.class),
                wall == null ? 0 : event.at(pointer + "/wallErrorMs").asLong(),
                instant(event, pointer + "/ingested", Instant.EPOCH));
    }

    private static TimeBase timeBase(JsonNode event, String pointer) throws MalformedEvent {
        String[] parts = text(event, pointer).split("/");
        try {
            return new TimeBase(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw wrong(pointer, "has to be a fraction, such as 1/90000");
        }
    }

    private static Instant instant(JsonNode event, String pointer, Instant otherwise)
            throws MalformedEvent {
        String text = optional(event, pointer);
        if (text == null) {
            return otherwise;
        }
        try {
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        throw wrong(pointer, "has to be a time, such as 2026-11-23T10:15:30.250Z");
    }

    /** The constant of an enum that a word such as {@code stream-lost} names. */
    public static <E extends Enum<E>> E constant(JsonNode event, String pointer, Class<E> type)
            throws MalformedEvent {
        String word = text(event, pointer);
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw wrong(pointer, "'" + word + "' is not known");
        }
    }

    /** What to throw where the field at a pointer is wrong. */
    public static MalformedEvent wrong(String pointer, String what) {
        return new MalformedEvent("'" + pointer.substring(1).replace('/', '.') + "' " + what);
    }
}
