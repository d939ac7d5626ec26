// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import static org.apache.flink.configuration.ConfigOptions.key;

import dev.sightline.scene.SceneSettings;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The settings of scene changes. */
final class SceneOptions {

    static final ConfigOption<Boolean> SCENE_CHANGES =
            key("scene-changes")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription(
                            "Look for cuts and gradual changes between the samples. Without,"
                                    + " videos cost less to decode, and of scene changes only"
                                    + " semantic ones and interruptions are told.");

    static final ConfigOption<Duration> MIN_SCENE_LENGTH =
            key("min-scene-length")
                    .durationType()
                    .defaultValue(Duration.ofMillis(SceneSettings.DEFAULT.minimumSceneMs()))
                    .withDescription(
                            "A scene change that comes sooner after another is part of it.");

    static final List<ConfigOption<?>> ALL = List.of(SCENE_CHANGES, MIN_SCENE_LENGTH);

    private SceneOptions() {}
}
