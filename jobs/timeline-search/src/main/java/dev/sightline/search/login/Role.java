// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.login;

import java.util.Locale;

/** What somebody may do. */
public enum Role {
    /** Search, watch and export. */
    VIEWER,
    /** Change standing queries and delete streams too. */
    EDITOR;

    /** Whether it allows what another one allows. */
    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** As settings and answers have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
