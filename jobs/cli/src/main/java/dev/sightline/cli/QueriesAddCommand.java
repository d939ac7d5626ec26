// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import dev.sightline.job.kafka.ControlTopicSnapshot.Entry;
import dev.sightline.job.settings.SettingsException;
import dev.sightline.job.settings.WrittenQueries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds queries, or changes those of the same id. */
@Command(
        name = "add",
        description = "Add a query, or change the one of its id, and say what the job makes of it.",
        footer = {
            "",
            "--and and --not are about what is looked for first; --json says everything that a"
                    + " query can say.",
            Waiting.CODES
        })
final class QueriesAddCommand implements Callable<Integer> {

    @Mixin private KafkaClient kafka;
    @Mixin private QueryWording wording;
    @Mixin private QueryTerms terms;

    @Option(
            names = "--json",
            paramLabel = "JSON",
            description = "The query as the topic video.queries.v1 has it.")
    private String json;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Queries in JSON, as a list or one behind the other, each with its id.")
    private Path file;

    @Mixin private Waiting waiting;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() {
        List<ObjectNode> written = written();
        check(written);
        Properties client = kafka.properties();
        ControlTopic topic = new ControlTopic(client);
        Map<String, Entry> standing = topic.records();
        List<QueryRequest> queries =
                written.stream().map(query -> versioned(query, standing)).toList();
        try (QueryAnswers answers = new QueryAnswers(client)) {
            Map<String, byte[]> records = new LinkedHashMap<>();
            queries.forEach(query -> records.put(query.id(), query.toJson()));
            topic.write(records);
            return answered(queries, answers);
        }
    }

    /** The worst of all answers counts. */
    private int answered(List<QueryRequest> queries, QueryAnswers answers) {
        Map<String, Predicate<JsonNode>> wanted = new LinkedHashMap<>();
        queries.forEach(query -> wanted.put(query.id(), status -> isAbout(query, status)));
        AtomicInteger worst = new AtomicInteger();
        Set<String> unanswered =
                answers.await(
                        wanted,
                        said -> worst.accumulateAndGet(told(said), Math::max),
                        waiting.patience());
        return Math.max(worst.get(), waiting.unanswered(unanswered));
    }

    private List<ObjectNode> written() {
        long ways =
                Stream.of(json != null, file != null, !wording.isEmpty()).filter(b -> b).count();
        if (ways != 1) {
            throw new SettingsException(
                    "say what to look for in one way: with --text, --image or --label, with --json,"
                            + " or with --file");
        }
        try {
            List<ObjectNode> written = new ArrayList<>();
            if (file != null) {
                written.addAll(WrittenQueries.file(file));
            } else if (json != null) {
                written.add(WrittenQueries.object(json));
            } else {
                written.add(JsonNodeFactory.instance.objectNode());
                wording.putInto(written.get(0));
            }
            written.forEach(terms::putInto);
            return written;
        } catch (MalformedRequest e) {
            throw new SettingsException(e.getMessage());
        }
    }

    /** Before anything is written: all, or nothing. */
    private static void check(List<ObjectNode> written) {
        if (written.isEmpty()) {
            throw new SettingsException("the file holds no query");
        }
        long ids = written.stream().map(query -> request(query, 1).id()).distinct().count();
        if (ids < written.size()) {
            throw new SettingsException("two of the queries have the same id");
        }
    }

    private static QueryRequest versioned(ObjectNode query, Map<String, Entry> standing) {
        String id = request(query, 1).id();
        return request(query, nextVersion(id, standing.get(id)));
    }

    private static long nextVersion(String id, Entry standing) {
        if (standing == null) {
            return 1;
        }
        try {
            return QueryRequest.parse(id, standing.value()).version() + 1;
        } catch (MalformedRequest e) {
            return 1; // it was refused, too
        }
    }

    private static QueryRequest request(ObjectNode query, long version) {
        try {
            ObjectNode defaults = JsonNodeFactory.instance.objectNode().put("version", version);
            return WrittenQueries.request(query, defaults);
        } catch (MalformedRequest e) {
            throw new SettingsException("the query is not right: " + e.getMessage());
        }
    }

    private static boolean isAbout(QueryRequest query, JsonNode status) {
        return status.path("version").asLong() == query.version()
                && !status.path("state").asText().equals("removed");
    }

    private static int told(JsonNode said) {
        if (said.has("category")) {
            System.err.println(
                    "query "
                            + said.path("queryId").asText()
                            + ": refused: "
                            + said.path("message").asText());
            return Sightline.FAILED;
        }
        boolean accepted = said.path("state").asText().equals("accepted");
        (accepted ? System.out : System.err).println(EventText.queryStatus(said));
        return accepted ? 0 : Sightline.FAILED;
    }
}
