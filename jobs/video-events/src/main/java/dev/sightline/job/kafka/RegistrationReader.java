// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import dev.sightline.event.MalformedRequest;
import dev.sightline.event.StreamRequest;
import dev.sightline.video.access.SecretStore;
import dev.sightline.video.access.SourceUri;
import dev.sightline.video.decode.SamplingPolicies;
import dev.sightline.video.decode.SamplingPolicy;
import dev.sightline.video.live.Registration;
import java.io.Serializable;
import java.util.Set;

/**
 * Makes registrations of the control records of streams.
 *
 * @param policies of streams whose records do not say
 * @param trust whether records that call themselves trusted are
 * @param taken ids of the settings' streams, which no record changes
 */
public record RegistrationReader(SamplingPolicies policies, boolean trust, Set<String> taken)
        implements Serializable {

    /**
     * Reads a record that has a value.
     *
     * @throws MalformedRequest saying what is wrong with it, without credentials
     */
    Registration read(String id, byte[] json) throws MalformedRequest {
        StreamRequest request = StreamRequest.parse(id, json);
        if (taken.contains(id)) {
            throw new MalformedRequest(
                    "the job's settings have a stream with this id; they come first");
        }
        String secret = request.secretRef() == null ? "" : request.secretRef();
        try {
            if (!secret.isEmpty()) {
                SecretStore.checkReference(secret);
            }
            SourceUri uri = SourceUri.parse(request.uri());
            return new Registration(
                    id,
                    uri.uri().toString(),
                    uri.kind(),
                    secret,
                    request.intervalMs(),
                    policy(request),
                    request.ignore(),
                    trust && request.trusted());
        } catch (IllegalArgumentException e) {
            throw new MalformedRequest(e.getMessage());
        }
    }

    private SamplingPolicy policy(StreamRequest request) {
        return request.decode() == null
                ? policies.of(request.id())
                : SamplingPolicy.valueOf(request.decode().name());
    }
}
