// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.MatchFeedback;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes queries back. */
@Command(
        name = "remove",
        description = "Remove queries; a match that is open is closed.",
        mixinStandardHelpOptions = true,
        footer = {"", Waiting.CODES})
final class QueriesRemoveCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids of the queries.")
    private List<String> ids;

    @Mixin private KafkaClient kafka;
    @Mixin private Waiting waiting;

    @Override
    public Integer call() {
        Properties client = kafka.properties();
        ControlTopic topic = new ControlTopic(client);
        Set<String> standing = topic.records().keySet();
        for (String id : ids) {
            if (!standing.contains(id)) {
                throw new CommandFailure(
                        "there is no query '"
                                + id
                                + "'; 'sightline queries list' shows those that there are");
            }
        }
        try (QueryAnswers answers = new QueryAnswers(client)) {
            Map<String, byte[]> records = new LinkedHashMap<>();
            Map<String, Predicate<JsonNode>> wanted = new LinkedHashMap<>();
            for (String id : ids) {
                // A query that is added later under its id is another one, and was never wrong.
                standing.stream()
                        .filter(key -> MatchFeedback.isKeyOf(id, key))
                        .forEach(key -> records.put(key, null));
                records.put(id, null);
                wanted.put(id, status -> status.path("state").asText().equals("removed"));
            }
            topic.write(records);
            return waiting.unanswered(
                    answers.await(
                            wanted,
                            said -> System.out.println(EventText.queryStatus(said)),
                            waiting.patience()));
        }
    }
}
