// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import java.util.Map;
import java.util.Objects;

/**
 * A request cannot be answered, for a reason that the one who sent it is told (RFC 9457). It has no
 * trace: nothing here is broken.
 */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int TOO_LARGE = 413;
    static final int UNSUPPORTED_TYPE = 415;
    static final int TOO_MANY = 429;
    static final int BROKEN = 500;
    static final int UNAVAILABLE = 503;

    private final int status;
    private final String field;
    private final transient Map<String, String> headers;

    /**
     * @param detail what is wrong and the remedy
     * @param field name of the parameter that is wrong, or null
     * @param headers that go with the answer
     */
    Problem(int status, String detail, String field, Map<String, String> headers) {
        super(Objects.requireNonNull(detail, "detail"), null, false, false);
        this.status = status;
        this.field = field;
        this.headers = Map.copyOf(headers);
    }

    Problem(int status, String detail) {
        this(status, detail, null, Map.of());
    }

    /** A parameter is wrong; the detail names it. */
    static Problem said(String name, String detail) {
        return new Problem(BAD_REQUEST, detail, name, Map.of());
    }

    /** A parameter is wrong. */
    static Problem field(String name, String detail) {
        return said(name, name + ": " + detail);
    }

    static Problem notFound(String detail) {
        return new Problem(NOT_FOUND, detail);
    }

    /** Asking later may help. */
    static Problem later(int status, String detail, int seconds) {
        return new Problem(status, detail, null, Map.of("Retry-After", String.valueOf(seconds)));
    }

    int status() {
        return status;
    }

    String field() {
        return field;
    }

    Map<String, String> headers() {
        return headers;
    }
}
