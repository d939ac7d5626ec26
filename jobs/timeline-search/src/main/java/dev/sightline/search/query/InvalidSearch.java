// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

/** A question that cannot be answered; the message says what is wrong in it and what to do. */
public final class InvalidSearch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field name of what is wrong, as the question has it, such as {@code text}
     * @param message what is wrong with it
     */
    public InvalidSearch(String field, String message) {
        super("'" + field + "' " + message);
        this.field = field;
    }

    /** Name of what is wrong. */
    public String field() {
        return field;
    }
}
