// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
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
            ids.forEach(id -> topic.write(id, null));
            return ids.stream().mapToInt(id -> answer(id, answers)).max().orElse(0);
        }
    }

    private int answer(String id, QueryAnswers answers) {
        Optional<JsonNode> answer =
                answers.await(
                        id,
                        status -> status.path("state").asText().equals("removed"),
                        waiting.patience());
        answer.ifPresent(status -> System.out.println(EventText.queryStatus(status)));
        return answer.isPresent() ? 0 : waiting.nothing();
    }
}
