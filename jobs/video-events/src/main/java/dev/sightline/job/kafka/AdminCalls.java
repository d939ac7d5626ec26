// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import dev.sightline.job.settings.KafkaSettings;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;

/** Asks a broker, and asks again for a while if it is away. */
final class AdminCalls {

    private static final String TRY_TIMEOUT_MS = "5000";
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private AdminCalls() {}

    /** Something to ask; may throw what Kafka's futures throw. */
    @FunctionalInterface
    interface Call<T> {
        T on(Admin admin) throws ExecutionException, InterruptedException;
    }

    /**
     * Asks until there is an answer or patience ends.
     *
     * @param log is told, once, that the broker is away
     * @throws KafkaUnavailable if there is no answer in time, or at once if asking again would not
     *     help
     */
    static <T> T ask(KafkaSettings kafka, Consumer<String> log, Call<T> call) {
        long end = System.nanoTime() + kafka.patience().toNanos();
        boolean told = false;
        while (true) {
            try (Admin admin = Admin.create(properties(kafka))) {
                return call.on(admin);
            } catch (ExecutionException | KafkaException e) { // also of the client that is made
                Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
                refuse(kafka, cause);
                if (!mayPass(cause)) {
                    throw misconfigured(kafka, cause);
                }
                if (System.nanoTime() >= end) {
                    throw away(kafka, cause);
                }
                if (!told) {
                    told = true;
                    log.accept(retrying(kafka, cause));
                }
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaUnavailable("interrupted while waiting for Kafka", e);
            }
        }
    }

    private static Properties properties(KafkaSettings kafka) {
        Properties properties = kafka.properties();
        properties.putIfAbsent("request.timeout.ms", TRY_TIMEOUT_MS);
        properties.putIfAbsent("default.api.timeout.ms", TRY_TIMEOUT_MS);
        return properties;
    }

    /** Waiting helps neither wrong credentials nor missing rights. */
    private static void refuse(KafkaSettings kafka, Throwable cause) {
        if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
            throw new KafkaUnavailable(
                    "Kafka at "
                            + kafka.bootstrap()
                            + " refuses us: "
                            + cause.getMessage()
                            + "; check the kafka.security.* and kafka.sasl.* settings and the"
                            + " rights of that user",
                    cause);
        }
    }

    /** A broker may come up, and so may its name; what is set wrongly stays wrong. */
    private static boolean mayPass(Throwable cause) {
        return cause instanceof RetriableException
                || KafkaUnavailable.root(cause) instanceof ConfigException config
                        && config.getMessage().contains("resolvable");
    }

    private static KafkaUnavailable misconfigured(KafkaSettings kafka, Throwable cause) {
        return new KafkaUnavailable(
                "Kafka at "
                        + kafka.bootstrap()
                        + " cannot be used as it is set up here: "
                        + KafkaUnavailable.reason(cause)
                        + "; check the kafka.* and topic-* settings",
                cause);
    }

    private static KafkaUnavailable away(KafkaSettings kafka, Throwable cause) {
        return new KafkaUnavailable(
                "cannot reach Kafka at "
                        + kafka.bootstrap()
                        + " after "
                        + kafka.patience().toSeconds()
                        + " s ("
                        + KafkaUnavailable.reason(cause)
                        + "); start the broker, or name another with --kafka.bootstrap.servers"
                        + " HOST:PORT",
                cause);
    }

    private static String retrying(KafkaSettings kafka, Throwable cause) {
        return "cannot reach Kafka at "
                + kafka.bootstrap()
                + " ("
                + KafkaUnavailable.reason(cause)
                + "); trying again for "
                + kafka.patience().toSeconds()
                + " s";
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
