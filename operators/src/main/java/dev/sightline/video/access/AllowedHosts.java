// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.io.Serializable;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Hosts outside of the public network that an operator allows: by name or by address. */
public final class AllowedHosts implements Serializable {

    /** No host. */
    public static final AllowedHosts NONE = new AllowedHosts(Set.of(), Set.of(), List.of());

    private static final String ANY_BELOW = "*.";

    private final Set<String> names;
    private final Set<String> domains;
    private final List<AddressBlock> blocks;

    private AllowedHosts(Set<String> names, Set<String> domains, List<AddressBlock> blocks) {
        this.names = Set.copyOf(names);
        this.domains = Set.copyOf(domains);
        this.blocks = List.copyOf(blocks);
    }

    /**
     * Parses a setting.
     *
     * @param entries host names, {@code *.cameras.lan} for all hosts below a domain, addresses, or
     *     blocks of addresses ({@code 10.1.0.0/16})
     * @throws IllegalArgumentException naming the entry that is none of these
     */
    public static AllowedHosts parse(List<String> entries) {
        Set<String> names = new HashSet<>();
        Set<String> domains = new HashSet<>();
        List<AddressBlock> blocks = new ArrayList<>();
        for (String entry : entries) {
            if (AddressBlock.isMeant(entry)) {
                blocks.add(AddressBlock.parse(entry));
            } else if (entry.startsWith(ANY_BELOW)) {
                domains.add("." + name(entry, entry.substring(ANY_BELOW.length())));
            } else {
                names.add(name(entry, entry));
            }
        }
        return new AllowedHosts(names, domains, blocks);
    }

    private static String name(String entry, String host) {
        try {
            return HostName.canonical(host);
        } catch (AccessRefused e) {
            throw new IllegalArgumentException(
                    "'" + entry + "' is neither a host's name nor a block of addresses", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AllowedHosts hosts
                && names.equals(hosts.names)
                && domains.equals(hosts.domains)
                && blocks.equals(hosts.blocks);
    }

    @Override
    public int hashCode() {
        return Objects.hash(names, domains, blocks);
    }

    boolean contains(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    boolean containsName(String name) {
        return names.contains(name) || domains.stream().anyMatch(name::endsWith);
    }
}
