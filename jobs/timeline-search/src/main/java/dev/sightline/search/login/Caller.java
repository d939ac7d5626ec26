// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.login;

import java.net.InetAddress;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What a request says about who sends it.
 *
 * @param address the other end of the connection
 * @param header value of a header by its name, null for one that is not there
 * @param session value of the session's cookie, or null
 */
public record Caller(InetAddress address, UnaryOperator<String> header, String session) {

    /** Refuses absent parts; only the session may be null. */
    public Caller {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(header, "header");
    }
}
