// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import java.util.List;
import java.util.Objects;

/** Tells what does not work. */
@FunctionalInterface
public interface Health {

    /**
     * Something that does not work.
     *
     * @param part kafka, index or model
     * @param detail what is wrong with it, for a person
     */
    record Trouble(String part, String detail) {

        /** Refuses absent parts. */
        public Trouble {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(detail, "detail");
        }
    }

    /** All of it; none if searches are answered from an index that keeps up. */
    List<Trouble> troubles();
}
