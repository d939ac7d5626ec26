// SPDX-License-Identifier: Apache-2.0
package dev.sightline.redaction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes credentials out of texts that leave the process: users and passwords of URLs, parameters
 * whose name speaks of a secret, authorization headers, and bearer tokens. It rather masks too much
 * than too little. Masking twice changes nothing more.
 */
public final class Redaction {

    private static final String MASK = "***";

    /** A URL up to the next space or quote. The path of a local file holds no credentials. */
    private static final Pattern URL =
            Pattern.compile("(?i)(?<![a-z0-9+.-])(?!file:)[a-z][a-z0-9+.-]{1,20}://[^\\s\"'<>]*");

    /** Names that speak of a secret wherever they stand; quantifiers are bounded to stay linear. */
    private static final String SECRET_NAME =
            "[\\w.%-]{0,64}(?:token|secret|passw(?:or)?d|passphrase|pwd|signature|credential"
                    + "|(?:api|access|private|shared)[-_.]?key|auth(?!or)|session|jwt|hmac)"
                    + "[\\w.%-]{0,64}";

    /** Names that speak of a user or a secret only as a parameter of a URL. */
    private static final String PARAMETER_NAME =
            "(?:key|key-pair-id|pass|pw|psw|sig|sid|code|md5|st|hdn(?:ea|ts|tl|t)"
                    + "|user(?:name|id)?|usr|uid|login\\w{0,16}|account)";

    /**
     * What is assigned, with the quote around it (if any) as one of three groups. Repeated groups
     * are bounded because Java's matcher recurses over them.
     */
    private static final String VALUE =
            "(?:(\\\\\")(?:[^\\\\]++|\\\\(?!\")){0,1000}|(\")(?:[^\"\\\\]++|\\\\.){0,1000}"
                    + "|(')[^']*|[^&\\s;\"'<>]+)";

    /** Name, separator and opening quote stay. */
    private static final String ASSIGNED = "$1$2$3$4$5" + MASK;

    /** In a URL. */
    private static final List<Rule> OF_URLS =
            List.of(
                    // user:password@, also with a raw slash, ? or # in the password: what stands
                    // behind the first colon is no port then
                    new Rule("(?<=://)(?!\\[)[^/?#\\s@:]*:(?!\\d*(?:[/?#]|$))\\S*@", MASK + "@"),
                    new Rule("(?<=://)[^/?#\\s]*@", MASK + "@"),
                    // the same in a URL that is itself a parameter
                    new Rule(
                            "(?i)(?<=%3A%2F%2F)(?:[^\\s&/%]++|%(?!2F|40)){0,300}%40", MASK + "%40"),
                    new Rule(
                            "(?i)(?<=/)(" + SECRET_NAME + "|" + PARAMETER_NAME + ")=[^/?#&]+",
                            "$1=" + MASK),
                    new Rule(
                            "(?i)(?<=[?&;#~,]|%3F|%26)("
                                    + SECRET_NAME
                                    + "|"
                                    + PARAMETER_NAME
                                    + ")(=|%3D)[^&;]+",
                            "$1$2" + MASK));

    /** In any text. */
    private static final List<Rule> OF_TEXTS =
            List.of(
                    new Rule(
                            "(?i)(?<![\\w-])((?:proxy-)?authorization|(?:set-)?cookie"
                                    + "|x-[\\w-]{0,32}(?:token|key|auth)[\\w-]{0,32})"
                                    + "(\\\\?[\"']?\\s*[:=]\\s*\\\\?[\"']?)[^\\r\\n\"]+",
                            "$1$2" + MASK),
                    new Rule(
                            "(?i)\\b(bearer|basic)\\s+(?=\\S*[0-9=])[\\w+/.~=-]{8,}", "$1 " + MASK),
                    new Rule("\\beyJ[\\w-]{5,}\\.[\\w-]+(?:\\.[\\w-]*)?", MASK),
                    new Rule(
                            "(?i)(?<![\\w/.%-])(" + SECRET_NAME + ")(\\\\?[\"']?\\s*=\\s*)" + VALUE,
                            ASSIGNED),
                    new Rule(
                            "(?i)(?<![\\w/.%-])([\\w.-]{0,64}(?:token|secret|passw(?:or)?d"
                                    + "|passphrase|pwd|(?:api|access)[-_.]?key)[\\w.-]{0,64})"
                                    + "(\\\\?[\"']?\\s*:\\s*)"
                                    + VALUE,
                            ASSIGNED),
                    // user:password@host without a scheme
                    new Rule(
                            "(?<![\\w/@.%:\\\\-])[^\\s/@:\"'<>()=,;\\\\]{1,128}:(?!\\\\)"
                                    + "[^\\s/@\"'<>]{1,256}@(?=[\\w\\[])",
                            MASK + "@"));

    private record Rule(Pattern pattern, String replacement) {

        Rule(String pattern, String replacement) {
            this(Pattern.compile(pattern), replacement);
        }

        static String apply(List<Rule> rules, String text) {
            String masked = text;
            for (Rule rule : rules) {
                masked = rule.pattern.matcher(masked).replaceAll(rule.replacement);
            }
            return masked;
        }
    }

    private Redaction() {}

    /** The text with {@code ***} in place of every user, password and token in it. */
    public static String redact(String text) {
        String masked =
                URL.matcher(text)
                        .replaceAll(
                                url -> Matcher.quoteReplacement(Rule.apply(OF_URLS, url.group())));
        return Rule.apply(OF_TEXTS, masked);
    }

    /**
     * The URI without user and password, and with {@code ***} in place of tokens. That of a local
     * file stays as it is.
     */
    public static String uri(String uri) {
        return uri.regionMatches(true, 0, "file:", 0, 5)
                ? uri
                : redact(uri).replaceFirst("://" + Pattern.quote(MASK) + "@", "://");
    }
}
