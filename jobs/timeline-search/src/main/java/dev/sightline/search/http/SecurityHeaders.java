// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import java.util.Map;

/** What every answer tells browsers not to do with it. */
final class SecurityHeaders {

    /**
     * Nothing from other sites, no scripts or styles within the page, no frame around it. Pictures
     * may be data, so that one can be shown before it is uploaded.
     */
    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    static final Map<String, String> ALL =
            Map.of(
                    "Content-Security-Policy", CONTENT,
                    "X-Content-Type-Options", "nosniff",
                    "Referrer-Policy", "no-referrer",
                    "X-Frame-Options", "DENY",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Cross-Origin-Opener-Policy", "same-origin");

    private SecurityHeaders() {}
}
