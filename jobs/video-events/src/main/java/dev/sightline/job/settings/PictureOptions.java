// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The settings of pictures. */
public final class PictureOptions {

    /** Where they go. */
    public static final ConfigOption<String> PICTURES =
            key("pictures")
                    .stringType()
                    .defaultValue("pictures")
                    .withDescription(
                            "Where pictures of scene changes and matches are written: a folder, or"
                                    + " a URI of a file system that Flink has a plugin for, such as"
                                    + " s3://BUCKET/PATH; off for no pictures. A relative folder is"
                                    + " one of where the job is started; tasks on other machines"
                                    + " need a place that all can reach.");

    static final ConfigOption<Integer> PICTURE_SIZE =
            key("picture-size")
                    .intType()
                    .defaultValue(320)
                    .withDescription(
                            "Longest side of a picture in pixels. One of 320 takes 16 KiB at most,"
                                    + " with few exceptions; larger ones as much more as they have"
                                    + " pixels.");

    static final ConfigOption<Duration> PICTURE_RETENTION =
            key("picture-retention")
                    .durationType()
                    .defaultValue(Duration.ZERO)
                    .withDescription(
                            "How long pictures of scene changes and matches are kept; 0 for ever."
                                    + " Only while a job runs are old ones deleted.");

    /** Whether every sample has one. */
    public static final ConfigOption<Boolean> SAMPLE_PICTURES =
            key("sample-pictures")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Write the picture of every sample too, for the events of embeddings.");

    static final ConfigOption<Duration> SAMPLE_PICTURE_RETENTION =
            key("sample-picture-retention")
                    .durationType()
                    .defaultValue(Duration.ofDays(1))
                    .withDescription("How long those are kept; 0 for ever.");

    static final List<ConfigOption<?>> ALL =
            List.of(
                    PICTURES,
                    PICTURE_SIZE,
                    PICTURE_RETENTION,
                    SAMPLE_PICTURES,
                    SAMPLE_PICTURE_RETENTION);

    private PictureOptions() {}
}
