// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.access.AllowedHosts;
import dev.sightline.video.access.SecretStore;
import dev.sightline.video.access.SourceUri;
import dev.sightline.video.decode.SamplingPolicies;
import dev.sightline.video.decode.SamplingPolicy;
import dev.sightline.video.live.LiveSettings;
import dev.sightline.video.live.Registration;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the settings of live streams. */
final class StreamValues {

    private final OptionValues values;

    StreamValues(OptionValues values) {
        this.values = values;
    }

    /** The settings; what is wrong with them becomes a problem each. */
    StreamSettings read(Duration interval, SamplingPolicies policies) {
        return new StreamSettings(
                registrations(interval, policies),
                values.flag(LiveOptions.STREAM_TOPIC),
                values.flag(LiveOptions.TRUST_REGISTRATIONS),
                allowed(),
                values.optional(LiveOptions.SECRETS_DIR).orElse(""),
                values.positive(LiveOptions.STREAM_SILENCE),
                values.flag(LiveOptions.RTSP_OVER_UDP),
                live(),
                values.positive(LiveOptions.HEARTBEAT),
                values.positive(LiveOptions.CLOCK_DRIFT));
    }

    private AllowedHosts allowed() {
        try {
            return AllowedHosts.parse(
                    values.optional(LiveOptions.ALLOW_PRIVATE_HOSTS).orElse(List.of()));
        } catch (IllegalArgumentException e) {
            values.problem(LiveOptions.ALLOW_PRIVATE_HOSTS.key() + ": " + e.getMessage());
            return AllowedHosts.NONE;
        }
    }

    private LiveSettings live() {
        Duration first = values.positive(LiveOptions.RECONNECT_FIRST);
        Duration longest = values.positive(LiveOptions.RECONNECT_LONGEST);
        if (longest.compareTo(first) < 0) {
            values.problem("reconnect-longest: is shorter than reconnect-first");
            longest = first;
        }
        return new LiveSettings(
                first,
                longest,
                values.notNegative(LiveOptions.LOST_AFTER),
                Math.max(1, values.count(LiveOptions.LIVE_BUFFER, 1)),
                Math.max(1, values.count(LiveOptions.MAX_LIVE_STREAMS, 1)));
    }

    /** A stream id and what is said of it. */
    private record Named<T>(String id, T value) {}

    /**
     * The streams; what is wrong with them becomes a problem each, without credentials.
     *
     * @param interval distance of samples
     */
    private List<Registration> registrations(Duration interval, SamplingPolicies policies) {
        Map<String, String> secrets = new HashMap<>();
        values.parsed(SourceOptions.STREAM_SECRET, StreamValues::secret)
                .forEach(secret -> secrets.put(secret.id(), secret.value()));
        List<Registration> registrations = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Named<SourceUri> stream : values.parsed(SourceOptions.STREAM, StreamValues::stream)) {
            if (!ids.add(stream.id())) {
                values.problem("stream: two streams have the id '" + stream.id() + "'");
            }
            String secret = secrets.getOrDefault(stream.id(), "");
            registrations.add(registration(stream, secret, interval, policies.of(stream.id())));
        }
        secrets.keySet().stream()
                .filter(id -> !ids.contains(id))
                .forEach(id -> values.problem("stream-secret: no stream has the id '" + id + "'"));
        return registrations;
    }

    /** Whoever gives a setting may read what the machine may. */
    private static Registration registration(
            Named<SourceUri> stream, String secret, Duration interval, SamplingPolicy policy) {
        return new Registration(
                stream.id(),
                stream.value().uri().toString(),
                stream.value().kind(),
                secret,
                interval.toMillis(),
                policy,
                IgnoreRegions.NONE,
                true);
    }

    /** {@code ID=URI}, or the URI alone: a stream is then called by its host, port and path. */
    private static Named<SourceUri> stream(String text) {
        int equals = text.indexOf('=');
        boolean named = equals > 0 && equals < text.indexOf("://");
        SourceUri uri = SourceUri.parse(named ? text.substring(equals + 1) : text);
        return new Named<>(named ? text.substring(0, equals) : name(uri.uri()), uri);
    }

    private static String name(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getHost() + port + uri.getPath();
    }

    private static Named<String> secret(String text) {
        int equals = text.lastIndexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("write it as ID=env:NAME or ID=file:NAME");
        }
        String reference = text.substring(equals + 1);
        SecretStore.checkReference(reference);
        return new Named<>(text.substring(0, equals), reference);
    }
}
