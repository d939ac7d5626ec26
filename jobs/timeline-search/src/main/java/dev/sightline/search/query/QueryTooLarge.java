// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

/** The topic of standing queries takes no query of this size; the message says what to do. */
public final class QueryTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueryTooLarge(Throwable cause) {
        super(
                "the query has more than Kafka takes; give a smaller picture (about 700 KiB pass with"
                        + " Kafka's usual settings), or its address",
                cause);
    }
}
