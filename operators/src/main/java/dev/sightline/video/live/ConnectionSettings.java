// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.access.AccessRefused;
import dev.sightline.video.access.AccessRules;
import dev.sightline.video.access.AllowedHosts;
import dev.sightline.video.access.Credentials;
import dev.sightline.video.access.HttpLimits;
import dev.sightline.video.access.HttpReader;
import dev.sightline.video.access.Secret;
import dev.sightline.video.access.SecretStore;
import dev.sightline.video.access.SourceUri;
import dev.sightline.video.access.StopSignal;
import dev.sightline.video.decode.DecoderSettings;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * How streams are reached and decoded.
 *
 * @param decoder settings of all streams; registrations overrule the interval, the policy and what
 *     is ignored; its read time-out is how long a stream may be silent before it is lost
 * @param allowed hosts outside of the public network that every registration may name
 * @param secrets holds what registrations refer to
 * @param rtspOverUdp whether RTSP's media come by UDP instead of the connection itself
 */
public record ConnectionSettings(
        DecoderSettings decoder, AllowedHosts allowed, SecretStore secrets, boolean rtspOverUdp)
        implements Serializable {

    /** Refuses absent parts. */
    public ConnectionSettings {
        Objects.requireNonNull(decoder, "decoder");
        Objects.requireNonNull(allowed, "allowed");
        Objects.requireNonNull(secrets, "secrets");
    }

    /** Which hosts a stream may be on. */
    AccessRules rules(Registration registration) {
        return registration.trusted()
                ? AccessRules.forTrusted(allowed)
                : AccessRules.forRegistered(allowed);
    }

    /** How a stream is decoded. */
    DecoderSettings decoder(Registration registration) {
        DecoderSettings settings =
                decoder.with(Duration.ofMillis(registration.intervalMs()))
                        .with(registration.ignore());
        return registration.decode() == null ? settings : settings.with(registration.decode());
    }

    /**
     * What a stream's credentials are.
     *
     * @return null if it needs none
     * @throws AccessRefused if they are not there
     */
    Secret secret(Registration registration) throws AccessRefused {
        return registration.secretRef().isEmpty()
                ? null
                : secrets.resolve(registration.secretRef());
    }

    /** Where a stream is. */
    URI uri(Registration registration) {
        return SourceUri.parse(registration.uri()).uri();
    }

    /**
     * Reads by HTTP for a stream; no answer may take longer than it may be silent.
     *
     * @throws AccessRefused if its credentials are not there
     * @throws IllegalArgumentException if its URI is none
     */
    HttpReader http(Registration registration, StopSignal stop) throws AccessRefused {
        Duration silence = decoder.readTimeout();
        Secret secret = secret(registration);
        return new HttpReader(
                SourceUri.parse(registration.uri()),
                rules(registration),
                secret == null ? Credentials.NONE : Credentials.of(secret),
                new HttpLimits(silence, silence, silence, HttpLimits.DEFAULT.redirects()),
                stop);
    }
}
