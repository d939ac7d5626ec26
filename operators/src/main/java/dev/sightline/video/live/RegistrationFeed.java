// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Tells which streams are to be watched. */
@FunctionalInterface
public interface RegistrationFeed extends Serializable {

    /**
     * Tells of all registrations, at once and again whenever they change, from any one thread.
     *
     * @param failed is told what makes it impossible to go on
     * @return ends it
     */
    AutoCloseable follow(Consumer<Collection<Registration>> registered, Consumer<Exception> failed);

    /** Registrations that never change. */
    static RegistrationFeed of(List<Registration> registrations) {
        List<Registration> all = List.copyOf(registrations);
        return (registered, failed) -> {
            registered.accept(all);
            return () -> {};
        };
    }
}
