// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.login;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * One address, or a network such as {@code 10.0.0.0/8}.
 *
 * @param network its first address
 * @param bits how many of its leading bits are the network's
 */
public record AddressRange(InetAddress network, int bits) {

    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

    /**
     * Names would be looked up, and who answers that could let anybody in; numbers that are no
     * address, such as 10.0.0.999, are names.
     */
    private static final Pattern LITERAL =
            Pattern.compile("(?:%1$s\\.){3}%1$s|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*".formatted(BYTE));

    private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (!LITERAL.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "is no IP address such as 10.0.0.7 or network such as 10.0.0.0/8");
        }
        try {
            InetAddress network = InetAddress.getByName(address);
            int all = network.getAddress().length * Byte.SIZE;
            int bits = slash < 0 ? all : length(text.substring(slash + 1));
            if (bits > all) {
                throw new IllegalArgumentException("has a length that is not 0 to " + all);
            }
            return new AddressRange(network, bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("is no IP address", e);
        }
    }

    private static int length(String digits) {
        return LENGTH.matcher(digits).matches() ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }

    /** Whether an address is in it. */
    public boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((ours[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
