// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import dev.sightline.job.settings.SettingsParser;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The whole job, prepared to run in this process with two slots. */
final class LocalEnvironment {

    private LocalEnvironment() {}

    static StreamExecutionEnvironment of(List<String> arguments) {
        return of(arguments, new Configuration());
    }

    /** The same with more of Flink's settings, to which is added. */
    static StreamExecutionEnvironment of(List<String> arguments, Configuration configuration) {
        configuration.set(RestOptions.BIND_PORT, "0");
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
        VideoEventsJob.prepare(env, new SettingsParser(Map.of()).parse(arguments), line -> {});
        return env;
    }
}
