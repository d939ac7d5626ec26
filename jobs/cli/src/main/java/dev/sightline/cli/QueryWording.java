// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.job.settings.SettingsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say what a query looks for. */
final class QueryWording {

    @Option(names = "--text", paramLabel = "TEXT", description = "What to look for.")
    private String text;

    @Option(
            names = "--image",
            paramLabel = "FILE|URI",
            description =
                    "A picture of it, JPEG or PNG: a file of this machine, or an http or https URI"
                            + " that the job fetches. Together with --text, both count.")
    private String image;

    @Option(
            names = "--and",
            paramLabel = "TEXT",
            description = "What has to show at the same time; can be repeated.")
    private List<String> and = new ArrayList<>();

    @Option(
            names = "--not",
            paramLabel = "TEXT",
            description =
                    "What must not be likelier than what is looked for; can be repeated. For"
                            + " \"a dog\": --not \"a toy dog\".")
    private List<String> not = new ArrayList<>();

    @Option(
            names = "--then",
            paramLabel = "TEXT",
            description = "What has to follow, for a sequence; can be repeated.")
    private List<String> then = new ArrayList<>();

    @Option(
            names = "--within",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "The longest time until it follows, such as 5min; one for each --then.")
    private List<Duration> within = new ArrayList<>();

    @Option(
            names = "--label",
            paramLabel = "TEXT",
            description =
                    "A class to tell from the others, of which one always holds, such as day and"
                            + " night; at least two, and none of the options above.")
    private List<String> labels = new ArrayList<>();

    /** Whether nothing of all this is given. */
    boolean isEmpty() {
        return text == null
                && image == null
                && and.isEmpty()
                && not.isEmpty()
                && then.isEmpty()
                && within.isEmpty()
                && labels.isEmpty();
    }

    /**
     * The fields of the query's JSON.
     *
     * @throws SettingsException if what follows and its times do not fit together
     */
    void putInto(ObjectNode query) {
        put(query, "text", text);
        put(query, "image", image);
        put(query, "and", and);
        put(query, "not", not);
        put(query, "labels", labels);
        if (then.size() != within.size()) {
            throw new SettingsException("give one --within for each --then, such as 5min");
        }
        ObjectNode last = query;
        for (int i = 0; i < then.size(); i++) {
            ObjectNode next = JsonNodeFactory.instance.objectNode().put("text", then.get(i));
            last.putObject("then").put("withinMs", within.get(i).toMillis()).set("query", next);
            last = next;
        }
    }

    private static void put(ObjectNode query, String field, String value) {
        if (value != null) {
            query.put(field, value);
        }
    }

    private static void put(ObjectNode query, String field, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = query.putArray(field);
            texts.forEach(array::add);
        }
    }
}
