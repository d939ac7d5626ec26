// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import dev.sightline.video.access.AccessRefused;
import dev.sightline.video.access.HttpReader;
import dev.sightline.video.http.ByteRange;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of one media playlist (RFC 8216, sections 4.3.2 and 4.3.3). Used once. */
final class MediaPlaylistBuilder {

    private static final int MOST_SEGMENTS = 100_000;
    private static final long LONGEST_TARGET_SECONDS = 3600;
    private static final double NANOS = 1e9;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final Pattern SECONDS =
            Pattern.compile("(\\d{1,6}(?:\\.\\d{1,12})?)\\s*(?:,.*)?");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,15})(?:@(\\d{1,15}))?");

    /** Offsets are written with and without a colon. */
    private static final DateTimeFormatter DATE_TIME =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendPattern("[XXX][XX][X]")
                    .toFormatter();

    private final URI uri;
    private final List<Segment> segments = new ArrayList<>();
    private Duration target;
    private long firstSequence;
    private boolean discontinuity;
    private boolean ended;
    private Duration duration;
    private Instant time;
    private Segment.Initialization initialization;
    private String range = "";
    private URI rangeOf;
    private long rangeEnd;
    private boolean absent;

    MediaPlaylistBuilder(URI uri) {
        this.uri = uri;
    }

    Playlist.Media read(List<String> lines) throws PlaylistException, AccessRefused {
        for (String line : lines) {
            if (line.startsWith("#EXT")) {
                int colon = line.indexOf(':');
                tag(
                        colon < 0 ? line : line.substring(0, colon),
                        colon < 0 ? "" : line.substring(colon + 1).strip());
            } else if (!line.startsWith("#")) {
                addSegment(HttpReader.resolve(uri, line));
            }
        }
        if (target == null) {
            throw new PlaylistException("has no target duration");
        }
        return new Playlist.Media(target, firstSequence, ended, segments);
    }

    private void tag(String name, String value) throws PlaylistException, AccessRefused {
        switch (name) {
            case "#EXT-X-TARGETDURATION" -> target = target(value);
            case "#EXT-X-MEDIA-SEQUENCE" -> firstSequence = number(value);
            case "#EXT-X-DISCONTINUITY" -> breakTimeLine();
            case "#EXT-X-ENDLIST" -> ended = true;
            case "#EXTINF" -> duration = seconds(value);
            case "#EXT-X-BYTERANGE" -> range = value;
            case "#EXT-X-PROGRAM-DATE-TIME" -> time = time(value);
            case "#EXT-X-MAP" -> initialization = initialization(new AttributeList(value));
            case "#EXT-X-GAP" -> absent = true;
            case "#EXT-X-KEY" -> refuseKey(new AttributeList(value));
            case "#EXT-X-I-FRAMES-ONLY" ->
                    throw new PlaylistException("lists I-frames only, and no video");
            case "#EXT-X-DEFINE" ->
                    throw new PlaylistException("uses variables, which are not offered");
            default -> {
                // Means nothing to a reader that knows no more than RFC 8216.
            }
        }
    }

    private void breakTimeLine() {
        discontinuity = true;
        time = null;
    }

    private void addSegment(URI segment) throws PlaylistException {
        if (duration == null) {
            throw new PlaylistException("has a segment without a duration");
        }
        if (segments.size() == MOST_SEGMENTS) {
            throw new PlaylistException("has more than " + MOST_SEGMENTS + " segments");
        }
        ByteRange part = range.isEmpty() ? ByteRange.WHOLE : range(range, segment);
        long sequence = firstSequence + segments.size();
        segments.add(
                new Segment(
                        sequence,
                        discontinuity,
                        segment,
                        part,
                        duration,
                        time,
                        initialization,
                        absent));
        time = time == null ? null : time.plus(duration);
        duration = null;
        range = "";
        absent = false;
        discontinuity = false;
    }

    /** A range without a beginning goes on where the last one of the same resource ended. */
    private ByteRange range(String text, URI of) throws PlaylistException {
        Matcher parts = RANGE.matcher(text);
        if (!parts.matches()) {
            throw new PlaylistException("has a range of bytes that is none");
        }
        long length = Long.parseLong(parts.group(1));
        boolean follows = parts.group(2) == null;
        if (length == 0 || follows && !of.equals(rangeOf)) {
            throw new PlaylistException("has a range of bytes that is none");
        }
        long from = follows ? rangeEnd : Long.parseLong(parts.group(2));
        rangeOf = of;
        rangeEnd = from + length;
        return new ByteRange(from, rangeEnd);
    }

    private Segment.Initialization initialization(AttributeList attributes)
            throws PlaylistException, AccessRefused {
        if (attributes.text("URI").isEmpty()) {
            throw new PlaylistException("has a map without an address");
        }
        URI of = HttpReader.resolve(uri, attributes.text("URI"));
        String part = attributes.text("BYTERANGE");
        return new Segment.Initialization(of, part.isEmpty() ? ByteRange.WHOLE : range(part, of));
    }

    private static void refuseKey(AttributeList key) throws PlaylistException {
        if (!key.text("METHOD").equals("NONE")) {
            throw new PlaylistException(
                    "is encrypted ("
                            + key.text("METHOD").replaceAll("[^A-Z0-9-]", "")
                            + "); Sightline holds no keys");
        }
    }

    private static Duration target(String value) throws PlaylistException {
        Duration target = seconds(value);
        if (target.isZero() || target.getSeconds() > LONGEST_TARGET_SECONDS) {
            throw new PlaylistException("has a target duration that is none");
        }
        return target;
    }

    private static Duration seconds(String value) throws PlaylistException {
        Matcher seconds = SECONDS.matcher(value);
        if (!seconds.matches()) {
            throw new PlaylistException("has a duration that is none");
        }
        return Duration.ofNanos(Math.round(Double.parseDouble(seconds.group(1)) * NANOS));
    }

    private static long number(String value) throws PlaylistException {
        if (!NUMBER.matcher(value).matches()) {
            throw new PlaylistException("has a sequence number that is none");
        }
        return Long.parseLong(value);
    }

    /** A date that cannot be read is as good as none. */
    private static Instant time(String value) {
        try {
            return OffsetDateTime.parse(value, DATE_TIME).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
