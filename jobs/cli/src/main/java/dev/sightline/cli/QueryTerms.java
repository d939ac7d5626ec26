// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say where a query looks, how often it may be wrong, and how it is told of. */
final class QueryTerms {

    @Option(
            names = "--id",
            paramLabel = "ID",
            description =
                    "What the query is called; one of the same id is replaced (default: what it"
                            + " looks for, with eight digits of each picture).")
    private String id;

    @Option(
            names = "--stream",
            paramLabel = "ID|GLOB",
            description = "Stream to look at; can be repeated (default: all).")
    private List<String> streams = new ArrayList<>();

    @Option(
            names = "--budget",
            paramLabel = "N",
            description = "False alarms a day that are bearable on each stream (default: 1).")
    private Double budget;

    @Option(
            names = "--threshold",
            paramLabel = "COSINE",
            description = "Raw score to use instead of one that keeps the budget.")
    private Double threshold;

    @Option(
            names = "--min-duration",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long it must match before the match opens (default: 2s).")
    private Duration minDuration;

    @Option(
            names = "--cooldown",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long after a match no new one opens (default: 10s).")
    private Duration cooldown;

    @Option(
            names = "--version",
            paramLabel = "N",
            description =
                    "Number of the definition; a lower one never replaces a higher one (default:"
                            + " one more than the one that stands).")
    private Long version;

    /** The fields of the query's JSON, its id among them; those not given stay as they are. */
    void putInto(ObjectNode query) {
        if (id != null) {
            query.put("id", id);
        }
        if (!streams.isEmpty()) {
            ArrayNode array = query.putArray("streams");
            streams.forEach(array::add);
        }
        if (budget != null) {
            query.put("alarmBudgetPerDay", budget);
        }
        if (threshold != null) {
            query.put("threshold", threshold);
        }
        if (minDuration != null) {
            query.put("minDurationMs", minDuration.toMillis());
        }
        if (cooldown != null) {
            query.put("cooldownMs", cooldown.toMillis());
        }
        if (version != null) {
            query.put("version", version);
        }
    }
}
