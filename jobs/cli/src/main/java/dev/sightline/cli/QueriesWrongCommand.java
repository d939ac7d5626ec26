// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.MatchFeedback;
import dev.sightline.event.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says that an alarm was a false one. */
@Command(
        name = "wrong",
        description =
                "Say that a match was wrong: the job takes what it saw there as an example of what"
                        + " the query does not mean on that stream.",
        mixinStandardHelpOptions = true)
final class QueriesWrongCommand implements Callable<Integer> {

    private static final String MATCHES = Topic.QUERY_MATCHES.topicName();

    /** Long enough for a commit; a job that goes on always has a transaction open. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Parameters(paramLabel = "MATCH", description = "The matchId of its events.")
    private String matchId;

    @Option(names = "--undo", description = "Take it back.")
    private boolean undo;

    @Mixin private KafkaClient kafka;

    @Override
    public Integer call() {
        Properties client = kafka.properties();
        JsonNode match = find(client);
        MatchFeedback feedback =
                new MatchFeedback(match.path("query").path("id").asText(), matchId);
        new ControlTopic(client).write(feedback.key(), undo ? null : feedback.toJson());
        System.out.printf(
                "query %s: the match at %s of %s counts as %s%n",
                feedback.queryId(),
                Times.media(match.path("start").path("mediaMs").asLong()),
                match.path("streamId").asText(),
                undo ? "any other again" : "wrong");
        return 0;
    }

    private JsonNode find(Properties client) {
        AtomicReference<JsonNode> found = new AtomicReference<>();
        try (EventReader events = new EventReader(client, List.of(MATCHES), true)) {
            events.drain(
                    event -> {
                        if (event.data().path("matchId").asText().equals(matchId)) {
                            found.set(event.data());
                        }
                    },
                    PATIENCE);
        } catch (KafkaException e) {
            throw EventReader.failure(client, e);
        }
        if (found.get() == null) {
            throw new CommandFailure(
                    "there is no match '"
                            + matchId
                            + "' in "
                            + MATCHES
                            + "; 'sightline events --topic "
                            + MATCHES
                            + " --json --from-beginning' shows those that there are");
        }
        return found.get();
    }
}
