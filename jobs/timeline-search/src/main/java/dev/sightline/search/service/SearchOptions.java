// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import java.util.List;

/** Every setting of the service, in the order of help. */
final class SearchOptions {

    static final String KAFKA_PREFIX = "kafka.";

    static final String DEFAULT_BOOTSTRAP = "localhost:9092";

    static final SearchOption LISTEN =
            SearchOption.of(
                    "listen",
                    "127.0.0.1:8085",
                    "Address and port to answer at; port 0 takes a free one, which is printed.");

    static final SearchOption INDEX =
            SearchOption.of(
                    "index",
                    "timeline-index",
                    "Folder of the index. It is made of the topics, and can be made again of them"
                            + " as far as they still have the events.");

    static final SearchOption MODEL =
            SearchOption.repeatable(
                    "model",
                    "Folder of a model bundle; can be repeated: a search is asked with the first"
                            + " unless it names another, such as the one that a job used before."
                            + " Without it: deploy/models/sightline-mini below SIGHTLINE_HOME or"
                            + " the working directory.");

    static final SearchOption EXACT_LIMIT =
            SearchOption.of(
                    "exact-limit",
                    "1000000",
                    "Samples up to which a search looks at each one; beyond, it follows a graph"
                            + " (HNSW), which is faster and may miss some.");

    static final SearchOption VIDEO_ROOT =
            SearchOption.repeatable(
                    "video-root",
                    "Folder below which videos may be played from; can be repeated. Without it, no"
                            + " video is played.");

    static final SearchOption PICTURE_FOLDER =
            SearchOption.repeatable(
                    "picture-folder",
                    "Folder below which pictures of events may be shown from; can be repeated."
                            + " Without it, none is shown.");

    static final SearchOption RETENTION =
            SearchOption.of(
                    "retention",
                    "0s",
                    "How long the index keeps what it was told, by wall time; 0s for ever.");

    static final SearchOption RETENTION_STREAM =
            SearchOption.repeatable(
                    "retention-stream",
                    "STREAM=DURATION, which overrules retention for one stream, or for those that a"
                            + " glob such as gate/* fits; can be repeated, and the first that fits"
                            + " counts.");

    static final SearchOption LOGIN =
            SearchOption.of(
                    "login",
                    "off",
                    "off: everybody may do everything; only where listen is a loopback address."
                            + " token: with a token. header: a proxy in front tells who it is.");

    static final SearchOption LOGIN_TOKEN =
            SearchOption.repeatable(
                    "login-token",
                    "Whom a token lets in: NAME:viewer=HOLDER or NAME:editor=HOLDER. HOLDER is"
                            + " sha256:HEX, the token's SHA-256; env:NAME, a variable that has the"
                            + " token; or file:PATH, a file that has it. A token has at least "
                            + TokenText.SHORTEST
                            + " characters. Can be repeated.");

    static final SearchOption LOGIN_PROXY =
            SearchOption.repeatable(
                    "login-proxy",
                    "Address or network (10.0.0.0/8) of a proxy whose headers are believed, those of"
                            + " the person and X-Forwarded-For, for whose addresses wrong tokens are"
                            + " counted; can be repeated.");

    static final SearchOption LOGIN_USER_HEADER =
            SearchOption.of(
                    "login-user-header",
                    "X-Forwarded-User",
                    "Header in which the proxy names the person.");

    static final SearchOption LOGIN_ROLE_HEADER =
            SearchOption.of(
                    "login-role-header",
                    "X-Forwarded-Role",
                    "Header in which it says viewer or editor; viewer counts if it says nothing.");

    static final SearchOption LOGIN_SESSION =
            SearchOption.of("login-session", "12h", "How long a browser stays logged in.");

    static final SearchOption SECURE_COOKIE =
            SearchOption.of(
                    "secure-cookie",
                    "false",
                    "Let browsers send their session over HTTPS alone; set it where a proxy in"
                            + " front speaks HTTPS.");

    static final List<SearchOption> ALL =
            List.of(
                    LISTEN,
                    INDEX,
                    MODEL,
                    EXACT_LIMIT,
                    VIDEO_ROOT,
                    PICTURE_FOLDER,
                    RETENTION,
                    RETENTION_STREAM,
                    LOGIN,
                    LOGIN_TOKEN,
                    LOGIN_PROXY,
                    LOGIN_USER_HEADER,
                    LOGIN_ROLE_HEADER,
                    LOGIN_SESSION,
                    SECURE_COOKIE);

    private SearchOptions() {}
}
