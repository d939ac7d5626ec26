// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * What an IP address stands for, by the registries of special-purpose addresses (RFC 6890 and <a
 * href="https://www.iana.org/assignments/iana-ipv6-special-registry">its successors</a>).
 */
enum AddressKind {
    /** Where a cloud tells its machines who they are and hands them credentials. */
    METADATA(
            "a cloud's metadata service",
            "169.254.169.254/32",
            "169.254.170.2/32",
            "169.254.170.23/32",
            "100.100.100.200/32",
            "168.63.129.16/32",
            "192.0.0.192/32",
            "fd00:ec2::254/128",
            "fd00:ec2::23/128",
            "fd20:ce::254/128"),
    /** This machine. */
    LOOPBACK("this machine", "127.0.0.0/8", "::1/128"),
    /** All addresses of this machine, or none. */
    UNSPECIFIED("no particular address", "0.0.0.0/32", "::/128"),
    /** A network of a company or a home. */
    PRIVATE(
            "a private network",
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",
            "fc00::/7",
            "fec0::/10",
            "64:ff9b:1::/48"),
    /** The cable that the machine hangs on. */
    LINK_LOCAL("the local link", "169.254.0.0/16", "fe80::/10"),
    /** A group of receivers. */
    MULTICAST("a multicast group", "224.0.0.0/4", "ff00::/8"),
    /** Addresses of documentation, tests, tunnels and the future. */
    RESERVED(
            "a reserved network",
            "0.0.0.0/8",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20"),
    /** An address that the whole world reaches. */
    PUBLIC("the public network", "0.0.0.0/0", "2000::/3");

    /** Addresses that carry an IPv4 address: NAT64 (RFC 6052), behind 12 bytes. */
    private static final AddressBlock NAT64 = AddressBlock.parse("64:ff9b::/96");

    /** 6to4 (RFC 3056), behind 2 bytes. */
    private static final AddressBlock SIX_TO_FOUR = AddressBlock.parse("2002::/16");

    private final String description;
    private final List<AddressBlock> blocks;

    AddressKind(String description, String... blocks) {
        this.description = description;
        this.blocks = Arrays.stream(blocks).map(AddressBlock::parse).toList();
    }

    /** For messages: what is at such an address. */
    String description() {
        return description;
    }

    /** The kind of an address; that of the IPv4 address where it only wraps one. */
    static AddressKind of(InetAddress address) {
        InetAddress end = unwrapped(address);
        for (AddressKind kind : values()) {
            if (kind.blocks.stream().anyMatch(block -> block.contains(end))) {
                return kind;
            }
        }
        return RESERVED; // of IPv6, only an eighth is in use
    }

    private static InetAddress unwrapped(InetAddress address) {
        if (NAT64.contains(address)) {
            return ipv4(address, 12);
        }
        return SIX_TO_FOUR.contains(address) ? ipv4(address, 2) : address;
    }

    private static InetAddress ipv4(InetAddress address, int from) {
        try {
            return InetAddress.getByAddress(
                    Arrays.copyOfRange(address.getAddress(), from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
