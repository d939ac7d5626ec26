// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.MatchFeedback;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.Topic;
import dev.sightline.job.kafka.ControlTopicSnapshot.Entry;
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
        ControlTopic topic = new ControlTopic(client);
        if (!undo) {
            refuseWhereItMeansNothing(match, topic.records().get(feedback.queryId()));
        }
        topic.write(feedback.key(), undo ? null : feedback.toJson());
        System.out.printf(
                "query %s: the match at %s of %s counts as %s%n",
                feedback.queryId(),
                Times.media(match.path("start").path("mediaMs").asLong()),
                match.path("streamId").asText(),
                undo ? "any other again" : "wrong");
        return 0;
    }

    private static void refuseWhereItMeansNothing(JsonNode match, Entry definition) {
        String id = match.path("query").path("id").asText();
        QueryRequest query = definition == null ? null : request(id, definition);
        if (match.hasNonNull("label") || query != null && !query.labels().isEmpty()) {
            throw new CommandFailure(
                    "query "
                            + id
                            + " tells labels apart, and the likeliest one wins: that a match was"
                            + " wrong changes nothing. Reword the labels, or add one for what was"
                            + " shown, with 'sightline queries add --id ID --label ...'");
        }
        if (query != null && query.threshold() != null) {
            throw new CommandFailure(
                    "the threshold of query "
                            + id
                            + " is set by hand: that a match was wrong changes nothing. Raise it"
                            + " (it is "
                            + query.threshold()
                            + ") with 'sightline queries add --id ID --threshold ...', or give a"
                            + " --budget instead, which learns of it");
        }
    }

    /** Settings may hold the query instead; the job knows. */
    private static QueryRequest request(String id, Entry definition) {
        try {
            return QueryRequest.parse(id, definition.value());
        } catch (MalformedRequest e) {
            return null;
        }
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
