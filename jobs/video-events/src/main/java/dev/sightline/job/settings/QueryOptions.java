// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The settings of the queries that a job is started with. */
public final class QueryOptions {

    /** Their texts. */
    public static final ConfigOption<List<String>> QUERY =
            key("query")
                    .stringType()
                    .asList()
                    .noDefaultValue()
                    .withDescription(
                            "Text to look for, or a query in JSON, such as {\"text\": \"a van\","
                                    + " \"not\": [\"a toy van\"]}; can be repeated. More queries can"
                                    + " be given through the topic video.queries.v1.");

    /** A file of queries. */
    public static final ConfigOption<String> QUERIES =
            key("queries")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "File of queries in JSON, as a list or one behind the other, each with"
                                    + " an id of its own.");

    /** How often each may be wrong. */
    public static final ConfigOption<Double> ALARM_BUDGET =
            key("alarm-budget")
                    .doubleType()
                    .defaultValue(1.0)
                    .withDescription(
                            "False alarms a day that are bearable, for each of these queries on"
                                    + " each stream; a query in JSON may say otherwise.");

    static final ConfigOption<Duration> MIN_MATCH_DURATION =
            key("min-match-duration")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(2))
                    .withDescription("How long a query must match before the match opens.");

    static final ConfigOption<Duration> MATCH_COOLDOWN =
            key("match-cooldown")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription("How long after a match no new one of its query opens.");

    static final List<ConfigOption<?>> ALL =
            List.of(QUERY, QUERIES, ALARM_BUDGET, MIN_MATCH_DURATION, MATCH_COOLDOWN);

    private QueryOptions() {}
}
