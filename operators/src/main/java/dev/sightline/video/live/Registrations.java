// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * All registrations at one moment.
 *
 * @param wanted streams to watch, each once
 * @param unreadable ids of which the last that was said cannot be understood, so that what was said
 *     before still holds
 */
public record Registrations(List<Registration> wanted, Set<String> unreadable) {

    /** Takes copies. */
    public Registrations {
        wanted = List.copyOf(wanted);
        unreadable = Set.copyOf(unreadable);
    }

    /** Registrations that can all be understood. */
    public static Registrations of(Collection<Registration> wanted) {
        return new Registrations(List.copyOf(wanted), Set.of());
    }
}
