// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A token that lets somebody in, of which only the hash is kept.
 *
 * @param person whom it lets in
 * @param sha256 hash of the token's UTF-8 bytes, as 64 lower-case hexadecimal digits
 */
public record LoginToken(Person person, String sha256) {

    private static final String DIGITS = "[0-9a-f]{64}";

    /** Refuses what is no hash. */
    public LoginToken {
        Objects.requireNonNull(person, "person");
        if (!sha256.matches(DIGITS)) {
            throw new IllegalArgumentException(
                    "a SHA-256 has 64 hexadecimal digits; make one with: printf %s TOKEN |"
                            + " sha256sum");
        }
    }

    /** The hash of a token. */
    public static String hash(String token) {
        try {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether a token has this hash; takes as long for each. */
    boolean fits(String hash) {
        return MessageDigest.isEqual(
                sha256.getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }

    /** Without the hash: a log need not have it. */
    @Override
    public String toString() {
        return person.name() + ":" + person.role().word();
    }
}
