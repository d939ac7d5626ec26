// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All files that a browser may have, read once: an address is looked up among them, and never
 * opened as a path.
 */
public final class PageFiles {

    private static final String PAGE = "dev/sightline/search/page";
    private static final String LIBRARIES = "META-INF/resources/webjars";

    private static final Map<String, String> TYPES =
            Map.of(
                    ".html", "text/html; charset=utf-8",
                    ".css", "text/css; charset=utf-8",
                    ".js", "text/javascript; charset=utf-8",
                    ".svg", "image/svg+xml",
                    ".png", "image/png",
                    ".woff2", "font/woff2");

    private static final int TAG_DIGITS = 32;

    private final Map<String, PageFile> files;

    private PageFiles(Map<String, PageFile> files) {
        this.files = Map.copyOf(files);
    }

    /**
     * Reads them from the class path: the page's own, and those of the libraries (WebJars).
     *
     * @throws IOException if one cannot be read
     */
    public static PageFiles read() throws IOException {
        List<String> endings = new ArrayList<>(TYPES.keySet());
        Map<String, PageFile> files = new HashMap<>();
        // A library's address has its version in it.
        ResourceFolder.read(LIBRARIES, endings)
                .forEach((name, bytes) -> files.put("/webjars/" + name, file(name, bytes, true)));
        ResourceFolder.read(PAGE, endings)
                .forEach((name, bytes) -> files.put("/page/" + name, file(name, bytes, false)));
        PageFile index = files.remove("/page/index.html");
        if (index != null) {
            files.put("/", index);
        }
        return new PageFiles(files);
    }

    private static PageFile file(String name, byte[] content, boolean lasting) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.')));
        return new PageFile(type, content, tag(content), lasting);
    }

    private static String tag(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(hash).substring(0, TAG_DIGITS) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * The file at an address, if there is one.
     *
     * @param path from the root of the server; the page itself is at {@code /}
     */
    public Optional<PageFile> at(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
