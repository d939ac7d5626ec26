// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryImage;
import dev.sightline.redaction.Redaction;
import dev.sightline.video.access.AccessRules;
import dev.sightline.video.access.Credentials;
import dev.sightline.video.access.HttpLimits;
import dev.sightline.video.access.HttpReader;
import dev.sightline.video.access.SourceUri;
import dev.sightline.video.access.StopSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Fetches the pictures that queries name by their URI, under the rules for what anybody may name.
 * One thread.
 */
final class PictureFetch {

    /** Whoever arms the query next must not wait for the same server again. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private static final int MOST_FAILURES = 256;

    private final AccessRules rules;
    private final Map<String, Failure> failures =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failure> eldest) {
                    return size() > MOST_FAILURES;
                }
            };

    private record Failure(String message, long nanoTime) {}

    /**
     * @param rules which hosts may be connected to
     */
    PictureFetch(AccessRules rules) {
        this.rules = rules;
    }

    /**
     * Fetches a picture; waits at most some seconds.
     *
     * @throws MalformedRequest.Unsupported saying why it cannot be had; for a minute, the same is
     *     said without a new try
     * @throws CancellationException if the thread is interrupted
     */
    byte[] fetch(String uri) throws MalformedRequest.Unsupported {
        Failure before = failures.get(uri);
        if (before != null && System.nanoTime() - before.nanoTime < MEMORY.toNanos()) {
            throw new MalformedRequest.Unsupported(before.message);
        }
        try {
            return read(SourceUri.parse(uri));
        } catch (IOException | IllegalArgumentException e) {
            if (Thread.currentThread().isInterrupted()) {
                // Says nothing of the picture, and the next one must not wait for its time limit.
                throw new CancellationException("cancelled while a picture was fetched");
            }
            String message = "the picture cannot be fetched: " + Redaction.redact(e.getMessage());
            failures.put(uri, new Failure(message, System.nanoTime()));
            throw new MalformedRequest.Unsupported(message);
        }
    }

    private byte[] read(SourceUri source) throws IOException {
        try (HttpReader reader =
                new HttpReader(
                        source, rules, Credentials.NONE, HttpLimits.DEFAULT, new StopSignal())) {
            return reader.bytes(source.uri(), QueryImage.MOST_BYTES);
        }
    }
}
