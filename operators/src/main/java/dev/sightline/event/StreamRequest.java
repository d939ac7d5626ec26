// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import dev.sightline.redaction.Redaction;
import dev.sightline.video.IgnoreRegions;
import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * A stream to watch, as a user registers it. Whether its address may be read at all is decided
 * where it is read.
 *
 * @param id key of its record, and of all events of the stream
 * @param uri where it is read from, without user, password or token
 * @param secretRef name of the secret that is needed to read it, or null
 * @param intervalMs distance of its samples in milliseconds, {@value #LEAST_INTERVAL_MS} to {@value
 *     #GREATEST_INTERVAL_MS}
 * @param decode which frames may be samples, or null for what the job does by default
 * @param ignore parts of its picture that do not count
 * @param trusted whether the user vouches for what comes from there
 */
public record StreamRequest(
        String id,
        String uri,
        String secretRef,
        long intervalMs,
        Decode decode,
        IgnoreRegions ignore,
        boolean trusted)
        implements Serializable {

    static final long LEAST_INTERVAL_MS = 100;
    static final long GREATEST_INTERVAL_MS = 3_600_000;
    private static final long DEFAULT_INTERVAL_MS = 1000;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_URI = 2000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.+");

    /** Not quoted when it does not fit: someone may have taken it for the secret itself. */
    private static final Pattern SECRET_NAME = Pattern.compile("[\\w./:-]{1,200}");

    /** Which frames may be samples. */
    public enum Decode {
        /** Those that decoding everything would give. */
        EXACT,
        /** Keyframes where there is one near enough. */
        ECONOMY,
        /** Keyframes alone. */
        KEYFRAMES
    }

    /** A stream with the defaults of the contract. */
    public static StreamRequest of(String id, String uri) {
        return new StreamRequest(
                id, uri, null, DEFAULT_INTERVAL_MS, null, IgnoreRegions.NONE, false);
    }

    /**
     * Reads the value of a record of {@code video.streams.v1}.
     *
     * @throws MalformedRequest if it is no such stream, saying what is wrong and where, without
     *     credentials
     */
    public static StreamRequest parse(String id, byte[] json) throws MalformedRequest {
        StreamRequest request = StreamFields.parse(id, json, DEFAULT_INTERVAL_MS);
        request.check();
        return request;
    }

    /**
     * Checks the values.
     *
     * @throws MalformedRequest naming the first one that is out of range
     */
    public void check() throws MalformedRequest {
        refuseIf(id.isBlank(), "the record has no key: a stream is known by its id");
        refuseIf(id.length() > LONGEST_ID, "the key is longer than " + LONGEST_ID);
        refuseIf(CONTROL.matcher(id).find(), "the key holds control characters");
        checkUri();
        refuseIf(
                secretRef != null && !SECRET_NAME.matcher(secretRef).matches(),
                "'secretRef' is the name of a secret: letters, digits and . _ / : - alone");
        refuseIf(
                intervalMs < LEAST_INTERVAL_MS || intervalMs > GREATEST_INTERVAL_MS,
                "'intervalMs' must be "
                        + LEAST_INTERVAL_MS
                        + " to "
                        + GREATEST_INTERVAL_MS
                        + ": "
                        + intervalMs);
    }

    private void checkUri() throws MalformedRequest {
        refuseIf(uri.isBlank(), "'uri' is missing: say where the stream is read from");
        refuseIf(uri.length() > LONGEST_URI, "'uri' is longer than " + LONGEST_URI);
        refuseIf(CONTROL.matcher(uri).find(), "'uri' holds control characters");
        refuseIf(
                !Redaction.uri(uri).equals(uri),
                "'uri' holds credentials: name them by 'secretRef' instead");
        refuseIf(
                !SCHEME.matcher(uri).matches(),
                "'uri' is not complete: write it as rtsp://host/path, for example");
    }

    private static void refuseIf(boolean wrong, String message) throws MalformedRequest {
        if (wrong) {
            throw new MalformedRequest(message);
        }
    }
}
