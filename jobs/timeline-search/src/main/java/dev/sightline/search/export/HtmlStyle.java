// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The head of a report: it allows its own style by its hash, and pictures in it, nothing else. */
final class HtmlStyle {

    private static final String STYLE =
            ":root{color-scheme:light dark}"
                    + "body{font:1rem/1.5 system-ui,sans-serif;margin:0}"
                    + "main{max-width:70rem;margin:auto;padding:1rem}"
                    + "h2{overflow-wrap:anywhere}"
                    + "table{border-collapse:collapse;width:100%}"
                    + "th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;"
                    + "border-bottom:1px solid #8886}"
                    + "img{display:block;width:10rem;height:auto}";

    static final String HEAD =
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                    + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                    + " img-src data:; style-src 'sha256-"
                    + hash()
                    + "'\">\n"
                    + "<meta name=\"viewport\" content=\"width=device-width\">\n"
                    + "<title>Sightline: what was seen</title>\n<style>"
                    + STYLE
                    + "</style>\n</head>\n<body>\n<main>\n<h1>What was seen</h1>\n";

    private HtmlStyle() {}

    private static String hash() {
        try {
            byte[] style = STYLE.getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style);
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
