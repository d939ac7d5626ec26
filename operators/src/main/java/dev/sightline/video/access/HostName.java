// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads the host of a URI in one way only. Resolvers also take {@code 0x7f.1}, {@code 017700000001}
 * and {@code 2130706433} for an address; a check that reads such a text otherwise than the program
 * that connects can be led past.
 */
final class HostName {

    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])(?:\\.(?!$)|$)){4}");

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private static final Pattern NAME =
            Pattern.compile(
                    "(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z0-9_]"
                            + "(?:[a-z0-9_-]{0,61}[a-z0-9_])?");

    /** A last label of digits, or one in hexadecimal, makes resolvers look for an address. */
    private static final Pattern NUMERIC_END = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

    private static final int LONGEST = 253;

    private HostName() {}

    /**
     * The host in the form in which hosts are compared: lower case, ASCII, without brackets and
     * without a dot at its end.
     *
     * @throws AccessRefused if it is neither a name nor an address as they are commonly written
     */
    static String canonical(String host) throws AccessRefused {
        String bare = host.startsWith("[") && host.endsWith("]") ? inner(host) : host;
        if (isAddress(bare)) {
            return address(bare).getHostAddress();
        }
        String name = ascii(bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare);
        if (name.length() > LONGEST
                || !NAME.matcher(name).matches()
                || NUMERIC_END.matcher(name).matches()) {
            throw new AccessRefused("its host is neither a name nor an IP address");
        }
        return name;
    }

    private static String inner(String host) {
        return host.substring(1, host.length() - 1);
    }

    private static String ascii(String name) throws AccessRefused {
        try {
            return IDN.toASCII(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new AccessRefused("its host is neither a name nor an IP address");
        }
    }

    /** Whether it is an address and no name; one with a zone ({@code fe80::1%eth0}) is neither. */
    static boolean isAddress(String host) {
        return IPV4.matcher(host).matches() || IPV6.matcher(host).matches() && parses(host);
    }

    private static boolean parses(String host) {
        try {
            return InetAddress.getByName(host) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** An address that {@link #isAddress} said it is; looks nothing up. */
    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + literal + "' is no address", e);
        }
    }
}
