// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A block of IP addresses (CIDR, RFC 4632).
 *
 * @param network the first address in hexadecimal, 8 digits for IPv4 and 32 for IPv6
 * @param bits how many leading bits all addresses of the block share, 0 to 32 or 128
 */
record AddressBlock(String network, int bits) implements Serializable {

    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F:.]+)/(\\d{1,3})");

    /** Whether a text is meant as a block: it has a slash, or is an address. */
    static boolean isMeant(String text) {
        return text.indexOf('/') >= 0 || HostName.isAddress(text);
    }

    /**
     * Parses {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address.
     *
     * @throws IllegalArgumentException if it is none
     */
    static AddressBlock parse(String text) {
        if (HostName.isAddress(text)) {
            byte[] address = HostName.address(text).getAddress();
            return new AddressBlock(HexFormat.of().formatHex(address), address.length * Byte.SIZE);
        }
        var parts = FORM.matcher(text);
        if (!parts.matches() || !HostName.isAddress(parts.group(1))) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no block of addresses; for example 10.1.0.0/16");
        }
        byte[] address = HostName.address(parts.group(1)).getAddress();
        int bits = Integer.parseInt(parts.group(2));
        if (bits > address.length * Byte.SIZE) {
            throw new IllegalArgumentException(
                    "'" + text + "' has a prefix longer than the address");
        }
        return new AddressBlock(HexFormat.of().formatHex(masked(address, bits)), bits);
    }

    boolean contains(InetAddress address) {
        byte[] first = HexFormat.of().parseHex(network);
        byte[] other = address.getAddress();
        return first.length == other.length && Arrays.equals(first, masked(other, bits));
    }

    private static byte[] masked(byte[] address, int bits) {
        byte[] network = new byte[address.length];
        for (int i = 0; i < address.length; i++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, bits - i * Byte.SIZE));
            network[i] = (byte) (address[i] & 0xff << Byte.SIZE - kept);
        }
        return network;
    }

    @Override
    public String toString() {
        try {
            byte[] address = HexFormat.of().parseHex(network);
            return InetAddress.getByAddress(address).getHostAddress() + "/" + bits;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("no address: " + network, e);
        }
    }
}
