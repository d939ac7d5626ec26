// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import dev.sightline.search.http.DurationText;
import dev.sightline.search.login.AddressRange;
import dev.sightline.search.login.LoginKind;
import dev.sightline.search.login.LoginSettings;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the settings of the login, and refuses those that would let anybody in. */
final class LoginValues {

    private static final Duration LONGEST_SESSION = Duration.ofDays(400);

    private final OptionValues values;
    private final TokenText tokens;

    LoginValues(OptionValues values, Map<String, String> environment) {
        this.values = values;
        this.tokens = new TokenText(environment);
    }

    /**
     * @param listen address that the service will answer at
     */
    LoginSettings read(InetAddress listen) {
        LoginSettings settings =
                new LoginSettings(
                        values.value(SearchOptions.LOGIN, LoginValues::kind),
                        values.values(SearchOptions.LOGIN_TOKEN, tokens::parse),
                        values.text(SearchOptions.LOGIN_USER_HEADER).orElseThrow(),
                        values.text(SearchOptions.LOGIN_ROLE_HEADER).orElseThrow(),
                        values.values(SearchOptions.LOGIN_PROXY, AddressRange::parse),
                        values.value(SearchOptions.LOGIN_SESSION, LoginValues::session),
                        values.value(SearchOptions.SECURE_COOKIE, LoginValues::flag));
        check(settings, listen);
        return settings;
    }

    private void check(LoginSettings settings, InetAddress listen) {
        boolean missing =
                switch (settings.kind()) {
                    case OFF -> !listen.isLoopbackAddress();
                    case TOKEN -> values.all(SearchOptions.LOGIN_TOKEN).isEmpty();
                    case HEADER -> values.all(SearchOptions.LOGIN_PROXY).isEmpty();
                };
        if (!missing) {
            return;
        }
        values.problem(
                SearchOptions.LOGIN,
                switch (settings.kind()) {
                    case OFF ->
                            "off would let anybody who reaches "
                                    + listen.getHostAddress()
                                    + " change things; listen at 127.0.0.1, or set login to token or"
                                    + " header";
                    case TOKEN -> "token needs at least one login-token";
                    case HEADER -> "header needs login-proxy, the address of the proxy";
                });
    }

    private static LoginKind kind(String text) {
        return List.of(LoginKind.values()).stream()
                .filter(kind -> kind.word().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("is neither off, token nor header"));
    }

    private static Duration session(String text) {
        Duration session = DurationText.parse(text);
        if (session.isZero()) {
            throw new IllegalArgumentException("is too short");
        } else if (session.compareTo(LONGEST_SESSION) > 0) {
            throw new IllegalArgumentException(
                    "is longer than 400d, after which browsers forget cookies");
        }
        return session;
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        };
    }
}
