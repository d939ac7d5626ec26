// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What a source asks for, read from a secret: {@code user:password}; {@code Bearer TOKEN} for HTTP
 * and HLS; the pass phrase alone for SRT. Its text is in no message and no {@code toString}.
 */
public final class Credentials {

    /** No credentials. */
    public static final Credentials NONE = new Credentials("", "", "");

    private static final String BEARER = "Bearer ";
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final String user;
    private final String password;
    private final String token;

    private Credentials(String user, String password, String token) {
        this.user = user;
        this.password = password;
        this.token = token;
    }

    /**
     * Reads {@code user:password} or {@code Bearer TOKEN}.
     *
     * @throws AccessRefused if it is neither; does not quote it
     */
    public static Credentials of(Secret secret) throws AccessRefused {
        String text = secret.reveal();
        if (CONTROL.matcher(text).find()) {
            throw new AccessRefused("its secret has more than one line, or holds odd characters");
        }
        if (text.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            String token = text.substring(BEARER.length()).strip();
            if (!TOKEN.matcher(token).matches()) {
                throw new AccessRefused("its secret is no bearer token");
            }
            return new Credentials("", "", token);
        }
        int colon = text.indexOf(':');
        if (colon <= 0) {
            throw new AccessRefused("its secret is neither user:password nor Bearer TOKEN");
        }
        return new Credentials(text.substring(0, colon), text.substring(colon + 1), "");
    }

    /** The value of HTTP's Authorization header (RFC 7617, RFC 6750), or an empty text. */
    String authorization() {
        if (!token.isEmpty()) {
            return BEARER + token;
        }
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return user.isEmpty() ? "" : "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /**
     * User and password as they stand in the authority of a URL, with the at sign; or an empty
     * text.
     *
     * @throws AccessRefused if it is a token, which such a URL has no place for
     */
    String userInfo() throws AccessRefused {
        if (!token.isEmpty()) {
            throw new AccessRefused("its secret is a token; this kind of source takes a password");
        }
        return user.isEmpty() ? "" : encoded(user) + ":" + encoded(password) + "@";
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return this == NONE ? "none" : "***";
    }
}
