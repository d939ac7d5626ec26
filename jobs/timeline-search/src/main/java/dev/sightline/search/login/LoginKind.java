// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.login;

import java.util.Locale;

/** How people log in. */
public enum LoginKind {
    /** Not at all: everybody who reaches the address may do everything. */
    OFF,
    /** With a token. */
    TOKEN,
    /** A proxy in front does it, and tells who it is in a header. */
    HEADER;

    /** As settings and answers have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
