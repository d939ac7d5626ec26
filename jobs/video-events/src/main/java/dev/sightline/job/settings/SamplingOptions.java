// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import static org.apache.flink.configuration.ConfigOptions.key;

import dev.sightline.video.decode.SamplingPolicy;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The settings of which frames become samples, and what decoding them may cost. */
final class SamplingOptions {

    static final ConfigOption<Duration> INTERVAL =
            key("interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription("Distance of samples, in media time.");

    static final ConfigOption<SamplingPolicy> DECODE =
            key("decode")
                    .enumType(SamplingPolicy.class)
                    .defaultValue(SamplingPolicy.EXACT)
                    .withDescription(
                            "Which frames are samples. exact: the first at or after each grid"
                                    + " point. economy: the nearest keyframe within half an"
                                    + " interval, else exact. keyframes: keyframes alone."
                                    + " everything: exact, with every frame decoded.");

    static final ConfigOption<List<String>> DECODE_STREAM =
            key("decode-stream")
                    .stringType()
                    .asList()
                    .noDefaultValue()
                    .withDescription(
                            "STREAM=POLICY, which overrules decode for one stream, or for those"
                                    + " that a glob such as gate/* fits; can be repeated, and the"
                                    + " first that fits counts.");

    static final ConfigOption<Duration> RANGE_LENGTH =
            key("range-length")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(2))
                    .withDescription(
                            "How much of a long file one task reads at a time at least, in media"
                                    + " time, so that several tasks share a file; 0s to leave files"
                                    + " whole.");

    static final ConfigOption<Integer> DECODER_THREADS =
            key("decoder-threads")
                    .intType()
                    .defaultValue(0)
                    .withDescription(
                            "Threads of each decoder; 0 divides the machine's cores by the"
                                    + " parallelism.");

    static final ConfigOption<Long> MAX_PIXELS =
            key("max-pixels")
                    .longType()
                    .defaultValue(67_108_864L)
                    .withDescription(
                            "Largest picture that is decoded, in pixels; a larger one fails its"
                                    + " file, not the job.");

    static final List<ConfigOption<?>> ALL =
            List.of(INTERVAL, DECODE, DECODE_STREAM, RANGE_LENGTH, DECODER_THREADS, MAX_PIXELS);

    private SamplingOptions() {}
}
