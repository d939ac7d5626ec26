// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * How long an HTTP server may take.
 *
 * @param connect for a connection, TLS included
 * @param read without a byte
 * @param text for the whole of a text, such as a playlist: a server that sends a byte now and then
 *     is not waited for
 * @param redirects how many are followed for one request
 */
public record HttpLimits(Duration connect, Duration read, Duration text, int redirects)
        implements Serializable {

    /** Ten seconds to connect, ten without a byte, fifteen for a text, five redirects. */
    public static final HttpLimits DEFAULT =
            new HttpLimits(
                    Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(15), 5);

    /** Refuses absent parts. */
    public HttpLimits {
        Objects.requireNonNull(connect, "connect");
        Objects.requireNonNull(read, "read");
        Objects.requireNonNull(text, "text");
    }
}
