// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.login;

import java.net.InetAddress;
import java.util.List;

/**
 * Finds out where a request comes from, so that wrong tokens of one client do not count for all who
 * come through the same proxy.
 *
 * @param proxies addresses that are believed when they say whom they speak for
 */
record ClientAddress(List<AddressRange> proxies) {

    private static final String HEADER = "X-Forwarded-For";

    /** The first address, seen from here, that is no proxy's. */
    InetAddress of(Caller caller) {
        InetAddress address = caller.address();
        String[] hops = String.join(",", caller.headers().apply(HEADER)).split(",");
        for (int i = hops.length - 1; i >= 0 && isProxy(address); i--) {
            try {
                address = AddressRange.parse(hops[i].strip()).network();
            } catch (IllegalArgumentException e) {
                return address; // What is no address counts as the proxy's own.
            }
        }
        return address;
    }

    boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }
}
