// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

/** The topics of standing queries cannot be read or written; the message says why. */
public final class QueriesUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueriesUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
