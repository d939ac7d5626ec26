// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.login;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Tells who somebody is. Safe for use by several threads. */
public final class Login {

    private static final String BEARER = "bearer ";

    /** Longer ones are not even hashed. */
    private static final int LONGEST_TOKEN = 1000;

    private static final int LONGEST_NAME = 200;

    private final LoginSettings settings;
    private final ClientAddress addresses;
    private final FailedLogins failures;
    private final Sessions sessions;

    /**
     * @param clock for the ends of sessions and the counting of failures
     */
    public Login(LoginSettings settings, InstantSource clock) {
        this.settings = settings;
        this.addresses = new ClientAddress(settings.proxies());
        this.failures = new FailedLogins(clock);
        this.sessions = new Sessions(clock, settings.session());
    }

    /** How people log in. */
    public LoginSettings settings() {
        return settings;
    }

    /**
     * Who a request is from; empty for somebody who has not logged in.
     *
     * @throws LoginRefused if the request has a token that is wrong, or more than one of a header
     *     that says who it is
     */
    public Optional<Person> who(Caller caller) throws LoginRefused {
        return switch (settings.kind()) {
            case OFF -> Optional.of(new Person("", Role.EDITOR));
            case TOKEN -> byToken(caller);
            case HEADER -> byHeader(caller);
        };
    }

    private Optional<Person> byToken(Caller caller) throws LoginRefused {
        String authorization = caller.header("Authorization");
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Optional.of(person(caller, authorization.substring(BEARER.length()).strip()));
        }
        return Optional.ofNullable(caller.session()).flatMap(sessions::person);
    }

    private Optional<Person> byHeader(Caller caller) throws LoginRefused {
        boolean trusted = addresses.isProxy(caller.address());
        String name = trusted ? caller.header(settings.userHeader()) : null;
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String role = Objects.requireNonNullElse(caller.header(settings.roleHeader()), "");
        boolean editor = role.strip().equalsIgnoreCase(Role.EDITOR.word());
        return Optional.of(new Person(name.strip(), editor ? Role.EDITOR : Role.VIEWER));
    }

    private Person person(Caller caller, String token) throws LoginRefused {
        Person found = null;
        if (token.length() <= LONGEST_TOKEN) {
            String hash = LoginToken.hash(token);
            for (LoginToken known : settings.tokens()) {
                found = known.fits(hash) ? known.person() : found;
            }
        }
        if (found == null) {
            throw wrong(addresses.of(caller));
        }
        return found; // whatever others behind the same address have tried
    }

    private LoginRefused wrong(InetAddress address) {
        if (failures.tooMany(address)) {
            return LoginRefused.tooManyFailures();
        }
        failures.add(address);
        return LoginRefused.wrongToken();
    }

    /**
     * Begins a session of a browser.
     *
     * @param token that the person gave
     * @return the secret for its cookie
     * @throws LoginRefused if the token is wrong, or there is no login by token
     */
    public String begin(Caller caller, String token) throws LoginRefused {
        return sessions.begin(person(caller, token));
    }

    /** Ends a session; one that is not known has ended already. */
    public void end(String session) {
        sessions.end(session);
    }
}
