// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.login;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Browsers that are logged in. They are forgotten when the service ends. */
final class Sessions {

    private static final int KEY_BYTES = 32;

    /** The one that logged in first is forgotten for a new one. */
    private static final int MOST = 10_000;

    private record Session(Person person, Instant end) {}

    private final InstantSource clock;
    private final Duration length;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    Sessions(InstantSource clock, Duration length) {
        this.clock = clock;
        this.length = length;
    }

    /** Begins one; returns the secret that it is known by. */
    synchronized String begin(Person person) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        sessions.values().removeIf(session -> !session.end().isAfter(now));
        if (sessions.size() >= MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        // By its hash, so that how long looking it up takes says nothing about the secret.
        sessions.put(LoginToken.hash(secret), new Session(person, now.plus(length)));
        return secret;
    }

    synchronized Optional<Person> person(String secret) {
        return Optional.ofNullable(sessions.get(LoginToken.hash(secret)))
                .filter(session -> session.end().isAfter(clock.instant()))
                .map(Session::person);
    }

    synchronized void end(String secret) {
        sessions.remove(LoginToken.hash(secret));
    }
}
