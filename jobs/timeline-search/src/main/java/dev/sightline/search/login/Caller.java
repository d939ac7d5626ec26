// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.login;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a request says about who sends it.
 *
 * @param address the other end of the connection
 * @param headers values of a header by its name, in their order; empty for one that is not there
 * @param session value of the session's cookie, or null
 */
public record Caller(InetAddress address, Function<String, List<String>> headers, String session) {

    /** Refuses absent parts; only the session may be null. */
    public Caller {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(headers, "headers");
    }

    /**
     * The value of a header, or null.
     *
     * @throws LoginRefused if it is there more than once: a proxy may have added one to that of
     *     somebody who pretends to be somebody else
     */
    String header(String name) throws LoginRefused {
        List<String> values = headers.apply(name);
        if (values.size() > 1) {
            throw LoginRefused.sentTwice(name);
        }
        return values.isEmpty() ? null : values.get(0);
    }
}
