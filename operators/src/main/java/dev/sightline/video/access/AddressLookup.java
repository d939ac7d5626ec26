// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.io.IOException;
import java.io.Serializable;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a host name. */
@FunctionalInterface
interface AddressLookup extends Serializable {

    /**
     * Finds all addresses.
     *
     * @param name a host name as {@link HostName#canonical} gives it
     * @param stop ends the wait for an answer
     * @return at least one
     * @throws IOException if the name is unknown, or nobody answered, or the wait was stopped
     */
    List<InetAddress> addresses(String name, StopSignal stop) throws IOException;
}
