// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.io.IOException;
import java.io.Serializable;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which hosts the readers of a stream may connect to. A stream that anybody registers may only be
 * on the public network, or it would show, or scan, what is behind the firewall; one that the
 * operator names may be in the operator's own networks. Both may be where the operator allows
 * private hosts. Nobody reaches a metadata service unless its very address is allowed.
 *
 * <p>The address that was checked must be the one that is connected to: whoever owns a name can let
 * it point elsewhere a second later.
 */
public final class AccessRules implements Serializable {

    private static final Set<AddressKind> ANYBODY = EnumSet.of(AddressKind.PUBLIC);

    private static final Set<AddressKind> OPERATOR =
            EnumSet.of(
                    AddressKind.PUBLIC,
                    AddressKind.PRIVATE,
                    AddressKind.LOOPBACK,
                    AddressKind.MULTICAST,
                    AddressKind.UNSPECIFIED);

    private final Set<AddressKind> kinds;
    private final AllowedHosts allowed;
    private final AddressLookup lookup;

    AccessRules(Set<AddressKind> kinds, AllowedHosts allowed, AddressLookup lookup) {
        this.kinds = kinds;
        this.allowed = allowed;
        this.lookup = lookup;
    }

    /** For streams that come from outside: the public network, and what the operator allows. */
    public static AccessRules forRegistered(AllowedHosts allowed) {
        return new AccessRules(ANYBODY, allowed, SystemLookup::addresses);
    }

    /** For streams that the operator names, or vouches for: private networks too. */
    public static AccessRules forTrusted(AllowedHosts allowed) {
        return new AccessRules(OPERATOR, allowed, SystemLookup::addresses);
    }

    /** The same rules for hosts whose addresses are found in another way. */
    AccessRules lookingUp(AddressLookup other) {
        return new AccessRules(kinds, allowed, other);
    }

    /**
     * Finds the addresses of a host and checks them.
     *
     * @param host a name or an address; IPv6 with or without brackets
     * @param stop ends the wait for the resolver
     * @return the addresses to connect to, the preferred one first; never empty
     * @throws AccessRefused if one of them must not be connected to
     * @throws IOException if there are none
     */
    public List<InetAddress> check(String host, StopSignal stop) throws IOException {
        String name = HostName.canonical(host);
        if (HostName.isAddress(name)) {
            InetAddress address = HostName.address(name);
            check(name, address);
            return List.of(address);
        }
        List<InetAddress> addresses = lookup.addresses(name, stop);
        for (InetAddress address : addresses) {
            check(name, address);
        }
        return addresses;
    }

    private void check(String host, InetAddress address) throws AccessRefused {
        AddressKind kind = AddressKind.of(address);
        boolean allows =
                allowed.contains(address)
                        || kind != AddressKind.METADATA
                                && (kinds.contains(kind) || allowed.containsName(host));
        if (!allows) {
            throw new AccessRefused(
                    "must not be read: "
                            + host
                            + " is in "
                            + kind.description()
                            + "; allow-private-hosts can allow it");
        }
    }
}
