// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The settings of what is read. */
public final class SourceOptions {

    /** Files and directories. */
    public static final ConfigOption<List<String>> SOURCE =
            key("source")
                    .stringType()
                    .asList()
                    .noDefaultValue()
                    .withDescription(
                            "File or directory to read, as PATH or ID=PATH; can be repeated. A"
                                    + " directory's files are found by their extension. A path may"
                                    + " be a URI that Flink has a file system for (s3://...).");

    /** Live streams. */
    public static final ConfigOption<List<String>> STREAM =
            key("stream")
                    .stringType()
                    .asList()
                    .noDefaultValue()
                    .withDescription(
                            "Stream to watch, as URI or ID=URI, without user and password; can be"
                                    + " repeated. rtsp, rtsps, rtmp, srt, udp, and http or https"
                                    + " for HLS and plain files. A stream that is lost is tried"
                                    + " again for ever.");

    static final ConfigOption<List<String>> STREAM_SECRET =
            key("stream-secret")
                    .stringType()
                    .asList()
                    .noDefaultValue()
                    .withDescription(
                            "Where a stream's user and password are, never these themselves:"
                                    + " ID=env:SIGHTLINE_SECRET_NAME for a variable, ID=file:NAME"
                                    + " for a mounted secret, that hold USER:PASSWORD; can be"
                                    + " repeated.");

    static final ConfigOption<Boolean> WATCH =
            key("watch")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Go on looking for files that arrive, instead of ending with those that"
                                    + " are there.");

    static final ConfigOption<Duration> WATCH_INTERVAL =
            key("watch-interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(2))
                    .withDescription("Time between two looks for new files.");

    static final ConfigOption<Duration> WATCH_SETTLE =
            key("watch-settle")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(5))
                    .withDescription(
                            "How long a new file must be unchanged to be taken as complete.");

    static final List<ConfigOption<?>> ALL =
            List.of(SOURCE, STREAM, STREAM_SECRET, WATCH, WATCH_INTERVAL, WATCH_SETTLE);

    private SourceOptions() {}
}
