// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

/** What was asked for cannot be written; the message says why, for who asked. */
public final class InvalidExport extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    InvalidExport(String field, String message) {
        super(message);
        this.field = field;
    }

    /** What of the request is wrong: {@code format} or {@code stream}. */
    public String field() {
        return field;
    }
}
