// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

/** Whom a route is for. */
enum Access {
    /** Whoever asks. */
    ALL,
    /** Who has logged in. */
    VIEWER,
    /** Who may change something. */
    EDITOR
}
