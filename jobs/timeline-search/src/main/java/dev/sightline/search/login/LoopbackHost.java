// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.login;

import java.util.regex.Pattern;

/**
 * Tells names of this machine for itself from others. A site whose name is made to lead to
 * 127.0.0.1 could else ask, through a browser here, whatever nobody has to log in for.
 */
public final class LoopbackHost {

    private static final Pattern LOOPBACK =
            Pattern.compile(
                    "(localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1])(:\\d{1,5})?",
                    Pattern.CASE_INSENSITIVE);

    private LoopbackHost() {}

    /**
     * Whether a request is meant for this machine.
     *
     * @param host the header of that name, or null
     */
    public static boolean is(String host) {
        return host != null && LOOPBACK.matcher(host).matches();
    }
}
