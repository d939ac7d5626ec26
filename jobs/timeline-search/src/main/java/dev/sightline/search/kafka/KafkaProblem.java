// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.kafka;

import dev.sightline.redaction.Redaction;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Says what keeps Kafka from being read, without what the client was set up with. */
public final class KafkaProblem {

    private static final String SERVERS = "bootstrap.servers";
    private static final Pattern SETTING = Pattern.compile("for configuration ([a-z.]+)");

    private KafkaProblem() {}

    /**
     * What is wrong.
     *
     * @param client settings of the client, {@code bootstrap.servers} among them
     */
    public static String of(Map<String, Object> client, KafkaException failure) {
        String servers = Redaction.redact(String.valueOf(client.get(SERVERS)));
        if (failure instanceof TimeoutException) {
            return servers + " does not answer";
        } else if (failure instanceof AuthenticationException) {
            return servers + " does not accept the user or the certificate";
        } else if (failure instanceof AuthorizationException) {
            return servers + " does not allow it: " + Redaction.redact(failure.getMessage());
        } else if (failure instanceof InvalidOffsetException) {
            return servers + " has deleted what was to be read next";
        } else if (failure instanceof ApiException) {
            return servers + " cannot be read: " + Redaction.redact(failure.getMessage());
        }
        return "the Kafka client cannot be made for %s (%s); check the Kafka settings"
                .formatted(servers, said(root(failure)));
    }

    /** What Kafka says quotes the settings, which may be passwords, or stand in the wrong place. */
    private static String said(Throwable root) {
        String message = String.valueOf(root.getMessage());
        Matcher setting = SETTING.matcher(message);
        if (root instanceof ConfigException && message.contains(SERVERS)) {
            return Redaction.redact(message);
        } else if (root instanceof ConfigException && setting.find()) {
            return setting.group(1) + " has a wrong value";
        }
        return root.getClass().getSimpleName();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
