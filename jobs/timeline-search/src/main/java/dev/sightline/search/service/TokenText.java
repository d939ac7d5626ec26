// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import dev.sightline.search.login.LoginToken;
import dev.sightline.search.login.Person;
import dev.sightline.search.login.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code NAME:ROLE=HOLDER}, and the token from where it is held. */
final class TokenText {

    private static final Pattern FORM =
            Pattern.compile("([^:=]{1,200}):(viewer|editor)=(sha256|env|file):(.+)");

    /** A token can be tried by anybody; shorter ones can be guessed. */
    static final int SHORTEST = 16;

    private final Map<String, String> environment;

    TokenText(Map<String, String> environment) {
        this.environment = environment;
    }

    LoginToken parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "is not NAME:viewer=HOLDER or NAME:editor=HOLDER with a HOLDER of sha256:HEX,"
                            + " env:NAME or file:PATH");
        }
        Role role = Role.valueOf(matcher.group(2).toUpperCase(Locale.ROOT));
        Person person = new Person(matcher.group(1).strip(), role);
        String holder = matcher.group(4);
        return new LoginToken(
                person,
                switch (matcher.group(3)) {
                    case "env" -> hash(environment.get(holder), "there is no variable " + holder);
                    case "file" -> hash(file(holder), "");
                    default -> holder.toLowerCase(Locale.ROOT);
                });
    }

    private static String hash(String token, String missing) {
        if (token == null) {
            throw new IllegalArgumentException("cannot be used: " + missing);
        }
        if (token.strip().length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "holds a token that is too short; take one of at least "
                            + SHORTEST
                            + " random characters");
        }
        return LoginToken.hash(token.strip());
    }

    private static String file(String name) {
        try {
            return Files.readString(Path.of(name));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("cannot be used: there is no file " + name, e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be used: " + name + " is not readable", e);
        }
    }
}
