// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.redaction.Redaction;
import dev.sightline.video.SourceKind;
import dev.sightline.video.access.HttpFailure;
import dev.sightline.video.http.HttpByteSource;
import dev.sightline.video.http.HttpContent;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One file, or one playlist with an end, behind HTTP. The JobManager asks for its headers alone:
 * what tells its content is its address with size, entity tag and time of modification, as far as
 * the server says them.
 */
final class WebFile implements FileTree {

    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final String address;
    private HttpContent content;

    WebFile(String address) {
        this.address = address;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.HTTP;
    }

    @Override
    public String root() {
        return address;
    }

    @Override
    public String name(String path) {
        URI uri = URI.create(path);
        String file = uri.getPath() == null ? "" : uri.getPath().replaceFirst(".*/", "");
        return file.isEmpty() ? uri.getHost() : file;
    }

    @Override
    public String below(String path) {
        return name(path);
    }

    @Override
    public String uri(String path) {
        return Redaction.uri(path);
    }

    @Override
    public boolean isFolder() {
        return false;
    }

    @Override
    public Found find() {
        return new Found(List.of(), new TreeMap<>());
    }

    @Override
    public Optional<State> state(String path) throws IOException {
        try (HttpByteSource file = WebInputs.file(path)) {
            content = file.content();
            return Optional.of(new State(true, Math.max(0, content.size()), modified()));
        } catch (HttpFailure e) {
            if (e.status() == NOT_FOUND || e.status() == GONE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private long modified() {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(content.lastModified()))
                    .toEpochMilli();
        } catch (DateTimeException e) {
            return 0;
        }
    }

    @Override
    public Fingerprint fingerprint(String path, State state) {
        return Fingerprint.of(path + "\n" + content.entityTag(), state.size(), state.modified());
    }
}
