// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.util.Objects;

/**
 * Names a stream and one continuous life of it.
 *
 * @param streamId the key of all events: a file's path relative to its source, or the id given to
 *     it
 * @param epoch which continuous timeline of the stream; for a file derived from its fingerprint, so
 *     that a re-run has the same epoch and a replaced file another one; 0 to 2^53 - 1
 * @param uri where it is read from, without user, password or token
 * @param kind what it is read from
 * @param asset fingerprint of the content ({@code size-sha256 of both ends}), or empty where there
 *     is none
 */
public record StreamRef(String streamId, long epoch, String uri, SourceKind kind, String asset) {

    /** Refuses absent parts. */
    public StreamRef {
        Objects.requireNonNull(streamId, "streamId");
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(asset, "asset");
    }

    /**
     * Whether it cannot be read again, and comes back when it was away. What is behind HTTP is a
     * file if it was found as one, with a fingerprint.
     */
    public boolean isLive() {
        return kind.isLive() || kind == SourceKind.HTTP && asset.isEmpty();
    }
}
