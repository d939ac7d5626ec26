// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.login;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts wrong tokens per address, so that who tries many is told to wait. */
final class FailedLogins {

    static final int PER_MINUTE = 10;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** Addresses that are remembered; the one that failed first is forgotten for a new one. */
    private static final int MOST_ADDRESSES = 10_000;

    /** Who has one IPv6 address has a network of this many bytes. */
    private static final int NETWORK_BYTES = 8;

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>();

    FailedLogins(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean tooMany(InetAddress address) {
        Deque<Instant> times = failures.get(key(address));
        if (times == null) {
            return false;
        }
        Instant oldest = clock.instant().minus(WINDOW);
        while (!times.isEmpty() && times.peekFirst().isBefore(oldest)) {
            times.removeFirst();
        }
        if (times.isEmpty()) {
            failures.remove(key(address));
        }
        return times.size() >= PER_MINUTE;
    }

    synchronized void add(InetAddress address) {
        Deque<Instant> times = failures.computeIfAbsent(key(address), a -> new ArrayDeque<>());
        times.addLast(clock.instant());
        if (times.size() > PER_MINUTE) {
            times.removeFirst();
        }
        if (failures.size() > MOST_ADDRESSES) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    private static String key(InetAddress address) {
        byte[] bytes = address.getAddress();
        int kept = address instanceof Inet6Address ? NETWORK_BYTES : bytes.length;
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, kept));
    }
}
