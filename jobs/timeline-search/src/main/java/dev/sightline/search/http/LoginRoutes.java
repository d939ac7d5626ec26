// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.search.login.Login;
import dev.sightline.search.login.LoginKind;
import dev.sightline.search.login.LoginRefused;
import dev.sightline.search.login.Person;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.io.IOException;
import java.util.List;

/** Logging in and out, and who somebody is. */
final class LoginRoutes {

    private final Login login;
    private final Guard guard;

    LoginRoutes(Login login, Guard guard) {
        this.login = login;
        this.guard = guard;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/me", Access.VIEWER, this::me),
                Route.post("/login", Access.ALL, this::begin),
                Route.post("/logout", Access.ALL, this::end));
    }

    private void me(Context context) {
        Parameters.of(context);
        Answer.json(context, json(guard.person(context).orElseThrow()));
    }

    private ObjectNode json(Person person) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("role", person.role().word())
                .put("name", person.name())
                .put("login", login.settings().kind().word());
    }

    private void begin(Context context) throws IOException {
        if (login.settings().kind() != LoginKind.TOKEN) {
            throw new Problem(Problem.BAD_REQUEST, "nobody logs in with a token here");
        }
        JsonNode token = JsonBody.object(context, JsonBody.LARGEST).path("token");
        if (!token.isTextual()) {
            throw Problem.field("token", "is missing");
        }
        try {
            String secret = login.begin(Guard.caller(context), token.textValue().strip());
            context.cookie(cookie(secret, (int) login.settings().session().toSeconds()));
        } catch (LoginRefused e) {
            throw guard.refused(e);
        }
        Answer.nothing(context);
    }

    private void end(Context context) {
        String secret = context.cookie(Guard.COOKIE);
        if (secret != null) {
            login.end(secret);
        }
        context.cookie(cookie("", 0));
        Answer.nothing(context);
    }

    /** For scripts not to read, and for requests of our own page alone. */
    private Cookie cookie(String secret, int seconds) {
        Cookie cookie = new Cookie(Guard.COOKIE, secret);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(login.settings().secureCookie());
        cookie.setSameSite(SameSite.STRICT);
        return cookie;
    }
}
