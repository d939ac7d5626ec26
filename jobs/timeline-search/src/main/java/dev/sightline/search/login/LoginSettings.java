// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.login;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How people log in.
 *
 * @param kind with what
 * @param tokens that let somebody in; with {@link LoginKind#TOKEN}
 * @param userHeader in which a proxy names the person; with {@link LoginKind#HEADER}
 * @param roleHeader in which it says {@code viewer} or {@code editor}
 * @param proxies addresses whose headers are believed
 * @param session how long a browser stays logged in
 * @param secureCookie whether browsers send the session over HTTPS alone
 */
public record LoginSettings(
        LoginKind kind,
        List<LoginToken> tokens,
        String userHeader,
        String roleHeader,
        List<AddressRange> proxies,
        Duration session,
        boolean secureCookie) {

    /** Copies the lists. */
    public LoginSettings {
        Objects.requireNonNull(kind, "kind");
        tokens = List.copyOf(tokens);
        proxies = List.copyOf(proxies);
    }
}
