// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The settings of live streams. */
final class LiveOptions {

    static final ConfigOption<Boolean> STREAM_TOPIC =
            key("stream-topic")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Watch the streams that are registered in video.streams.v1 too, as they"
                                    + " come, change and go.");

    static final ConfigOption<List<String>> ALLOW_PRIVATE_HOSTS =
            key("allow-private-hosts")
                    .stringType()
                    .asList()
                    .noDefaultValue()
                    .withDescription(
                            "Host name, address or network (10.0.0.0/8) outside of the public"
                                    + " network that registered streams may be read from; can be"
                                    + " repeated. Streams of the settings may be anywhere.");

    static final ConfigOption<Boolean> TRUST_REGISTRATIONS =
            key("trust-registrations")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Believe registrations that call themselves trusted: they may name"
                                    + " private addresses.");

    static final ConfigOption<String> SECRETS_DIR =
            key("secrets-dir")
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "Folder of mounted secrets, at the same path on every machine, in which"
                                    + " file:NAME is looked for; empty for none.");

    static final ConfigOption<Duration> STREAM_SILENCE =
            key("stream-silence")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription("How long a stream may send nothing before it is lost.");

    static final ConfigOption<Duration> RECONNECT_FIRST =
            key("reconnect-first")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription("Time to the first try to reach a stream that was lost.");

    static final ConfigOption<Duration> RECONNECT_LONGEST =
            key("reconnect-longest")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(30))
                    .withDescription(
                            "Longest time between two tries; it doubles up to this, and varies at"
                                    + " random.");

    static final ConfigOption<Duration> LOST_AFTER =
            key("lost-after")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(1))
                    .withDescription(
                            "How long a stream is away before its state is lost instead of"
                                    + " reconnecting; it is tried on.");

    static final ConfigOption<Integer> LIVE_BUFFER =
            key("live-buffer")
                    .intType()
                    .defaultValue(8)
                    .withDescription(
                            "Samples of a stream that wait for the model; what is more is left out,"
                                    + " the oldest first, and told.");

    static final ConfigOption<Integer> MAX_LIVE_STREAMS =
            key("max-live-streams")
                    .intType()
                    .defaultValue(64)
                    .withDescription("Streams that one task watches at most.");

    static final ConfigOption<Boolean> RTSP_OVER_UDP =
            key("rtsp-over-udp")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Receive RTSP's media by UDP instead of over its TCP connection.");

    static final ConfigOption<Duration> HEARTBEAT =
            key("heartbeat")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(30))
                    .withDescription("Time between two heartbeats of a live stream.");

    static final ConfigOption<Duration> CLOCK_DRIFT =
            key("clock-drift")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription(
                            "How far a stream's clock may run away from that of this host before"
                                    + " it is told.");

    static final List<ConfigOption<?>> ALL =
            List.of(
                    STREAM_TOPIC,
                    ALLOW_PRIVATE_HOSTS,
                    TRUST_REGISTRATIONS,
                    SECRETS_DIR,
                    STREAM_SILENCE,
                    RECONNECT_FIRST,
                    RECONNECT_LONGEST,
                    LOST_AFTER,
                    LIVE_BUFFER,
                    MAX_LIVE_STREAMS,
                    RTSP_OVER_UDP,
                    HEARTBEAT,
                    CLOCK_DRIFT);

    private LiveOptions() {}
}
