// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;

/** Tells which streams are to be watched. */
@FunctionalInterface
public interface RegistrationFeed extends Serializable {

    /**
     * Tells of all registrations as soon as they are known, and again whenever they change, from
     * any one thread.
     *
     * @return ends it
     */
    AutoCloseable follow(Consumer<Registrations> registered);

    /** Registrations that never change. */
    static RegistrationFeed of(List<Registration> registrations) {
        List<Registration> all = List.copyOf(registrations);
        return registered -> {
            registered.accept(Registrations.of(all));
            return () -> {};
        };
    }
}
