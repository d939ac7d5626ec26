// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.login.Caller;
import dev.sightline.search.login.CrossSite;
import dev.sightline.search.login.Login;
import dev.sightline.search.login.LoginKind;
import dev.sightline.search.login.LoginRefused;
import dev.sightline.search.login.LoopbackHost;
import dev.sightline.search.login.Person;
import dev.sightline.search.login.Role;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets requests pass that are meant for this service and come from who may send them. */
final class Guard {

    /** Name of the session's cookie. */
    static final String COOKIE = "sightline-session";

    static final int RETRY_SECONDS = 60;

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    private final Login login;

    Guard(Login login) {
        this.login = login;
    }

    /** What is checked whatever is asked for. */
    void checkOrigin(Context context) {
        boolean off = login.settings().kind() == LoginKind.OFF;
        if (off && !LoopbackHost.is(context.header("Host"))) {
            throw new Problem(
                    Problem.FORBIDDEN,
                    "without a login, this service answers at localhost alone; call it by that"
                            + " name, or set login");
        }
        boolean reading = READING.contains(context.method());
        // Reading takes time of this machine, too, and whoever has no login need not be known.
        boolean refused =
                reading
                        ? context.path().startsWith(Route.PREFIX)
                                && CrossSite.isToldFar(context::header)
                        : CrossSite.is(context::header);
        if (refused) {
            throw new Problem(
                    Problem.FORBIDDEN,
                    "another site's page must not do this; use the page of this service");
        }
    }

    /** Lets pass whom a route is for. */
    void check(Context context, Access access) {
        if (access == Access.ALL) {
            return;
        }
        Person person = person(context).orElseThrow(() -> unauthorized(howToLogIn()));
        Role needed = access == Access.EDITOR ? Role.EDITOR : Role.VIEWER;
        if (!person.role().includes(needed)) {
            throw new Problem(Problem.FORBIDDEN, "this needs the role " + needed.word());
        }
    }

    private String howToLogIn() {
        return kind() == LoginKind.HEADER
                ? "log in first, at the proxy in front of this service; ask through that"
                : "log in first, with a token";
    }

    /** Who asks; empty for somebody who has not logged in. */
    Optional<Person> person(Context context) {
        try {
            return login.who(caller(context));
        } catch (LoginRefused e) {
            throw refused(e);
        }
    }

    Problem refused(LoginRefused refusal) {
        return refusal.tooMany()
                ? Problem.later(Problem.TOO_MANY, refusal.getMessage(), RETRY_SECONDS)
                : unauthorized(refusal.getMessage());
    }

    /** The page asks for a token where one would help. */
    private Problem unauthorized(String detail) {
        String way = kind() == LoginKind.HEADER ? "Proxy" : "Bearer";
        return new Problem(Problem.UNAUTHORIZED, detail, null, Map.of("WWW-Authenticate", way));
    }

    /** How people log in. */
    LoginKind kind() {
        return login.settings().kind();
    }

    static Caller caller(Context context) {
        try {
            // It is an address already, so nothing is looked up.
            InetAddress address = InetAddress.getByName(context.req().getRemoteAddr());
            return new Caller(
                    address,
                    name -> Collections.list(context.req().getHeaders(name)),
                    context.cookie(COOKIE));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("a connection has an address", e);
        }
    }
}
