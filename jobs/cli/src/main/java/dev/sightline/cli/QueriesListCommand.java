// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.event.MatchFeedback;
import dev.sightline.event.Topic;
import dev.sightline.job.kafka.ControlTopicSnapshot;
import dev.sightline.job.kafka.ControlTopicSnapshot.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the queries and what the job made of them. */
@Command(
        name = "list",
        description = "List the queries that were added, and what the job last said of each.",
        mixinStandardHelpOptions = true)
final class QueriesListCommand implements Callable<Integer> {

    @Mixin private KafkaClient kafka;

    @Option(names = "--json", description = "One query a line, in JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<ListedQuery> listed = listed(kafka.properties());
        if (json) {
            listed.forEach(query -> System.out.println(query.toJson()));
        } else if (listed.isEmpty()) {
            System.out.println("no queries");
        } else {
            ListedQuery.print(listed, System.out);
        }
        return 0;
    }

    private static List<ListedQuery> listed(Properties client) {
        Map<String, Entry> definitions = new TreeMap<>(new ControlTopic(client).records());
        Map<String, Entry> statuses =
                ControlTopicSnapshot.read(client, Topic.QUERY_STATUS.topicName()).entries();
        List<ListedQuery> listed = new ArrayList<>();
        definitions.forEach(
                (id, definition) -> {
                    if (!MatchFeedback.isKey(id)) {
                        listed.add(ListedQuery.of(id, definition, statuses.get(id)));
                    }
                });
        return listed;
    }
}
