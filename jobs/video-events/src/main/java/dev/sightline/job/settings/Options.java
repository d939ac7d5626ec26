// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;

/**
 * Every setting: its name in the file and on the command line, its type, default and effect; each
 * group in a class of its own.
 */
final class Options {

    private static final Map<String, List<ConfigOption<?>>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("Source", SourceOptions.ALL);
        GROUPS.put("Live streams", LiveOptions.ALL);
        GROUPS.put("Sampling", SamplingOptions.ALL);
        GROUPS.put("Model", ModelOptions.ALL);
        GROUPS.put("Scenes", SceneOptions.ALL);
        GROUPS.put("Queries", QueryOptions.ALL);
        GROUPS.put("Pictures", PictureOptions.ALL);
        GROUPS.put("Kafka", KafkaOptions.ALL);
        GROUPS.put("Job", JobOptions.ALL);
    }

    private Options() {}

    /** All options by the group under which help lists them. */
    static Map<String, List<ConfigOption<?>>> groups() {
        return Collections.unmodifiableMap(GROUPS);
    }

    /** All options. */
    static List<ConfigOption<?>> all() {
        return GROUPS.values().stream().<ConfigOption<?>>flatMap(List::stream).toList();
    }
}
