// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.login;

import java.util.Objects;

/**
 * Somebody whose identity is known.
 *
 * @param name to show; empty where there is no login
 * @param role what is allowed
 */
public record Person(String name, Role role) {

    /** Refuses absent parts. */
    public Person {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
    }
}
