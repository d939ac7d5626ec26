// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.util.Objects;

/** A text that nobody must see. Deliberately neither serializable nor comparable. */
public final class Secret {

    private final String text;

    /** Takes a text that is kept as it is. */
    public Secret(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    /** The text itself, only for what is sent to the source. */
    String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
