// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.decode.SamplingPolicy;
import java.io.Serializable;
import java.util.Objects;

/**
 * A stream that is to be watched.
 *
 * @param streamId the key of its events
 * @param uri where it is read from, without user, password or token
 * @param kind what it is read from
 * @param secretRef names the credentials, which are looked up where the stream is read; or empty
 * @param intervalMs distance of samples; at least 1
 * @param decode which frames are samples, or null for what the settings say
 * @param ignore parts of its picture that do not count
 * @param trusted whether whoever registered it may name private addresses
 */
public record Registration(
        String streamId,
        String uri,
        SourceKind kind,
        String secretRef,
        long intervalMs,
        SamplingPolicy decode,
        IgnoreRegions ignore,
        boolean trusted)
        implements Serializable {

    /** Refuses absent parts; only {@code decode} may be null. */
    public Registration {
        Objects.requireNonNull(streamId, "streamId");
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(secretRef, "secretRef");
        Objects.requireNonNull(ignore, "ignore");
    }

    /** The stream's name in an epoch. */
    StreamRef stream(long epoch) {
        return new StreamRef(streamId, epoch, uri, kind, "");
    }
}
