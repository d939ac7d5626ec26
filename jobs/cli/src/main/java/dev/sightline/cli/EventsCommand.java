// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.event.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows the event topics. */
@Command(
        name = "events",
        description = "Follow the event topics; Ctrl-C ends it.",
        mixinStandardHelpOptions = true)
final class EventsCommand implements Callable<Integer> {

    /** Long enough for a commit; a job that goes on always has a transaction open. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Mixin private KafkaClient kafka;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            description = "Topic to follow; can be repeated (default: all but the embeddings).")
    private List<String> topics = new ArrayList<>();

    @Option(names = "--json", description = "One event a line, in JSON.")
    private boolean json;

    @Option(names = "--from-beginning", description = "Begin with the events that are there.")
    private boolean fromBeginning;

    @Option(names = "--once", description = "End behind the events that are there.")
    private boolean once;

    @Override
    public Integer call() {
        Properties client = kafka.properties();
        EventPrinter printer = new EventPrinter(System.out, json);
        try (EventReader events = new EventReader(client, chosen(), fromBeginning || once)) {
            if (once) {
                events.drain(printer::print, PATIENCE);
                return 0;
            }
            while (true) {
                events.poll(printer::print);
            }
        } catch (EventPrinter.OutputClosed e) {
            return 0; // whoever reads them has enough
        } catch (KafkaException e) {
            throw EventReader.failure(client, e);
        }
    }

    private List<String> chosen() {
        for (String topic : topics) {
            if (Arrays.stream(Topic.values()).noneMatch(t -> t.topicName().equals(topic))) {
                throw new CommandFailure(
                        "there is no topic "
                                + topic
                                + " of Sightline; there are "
                                + String.join(", ", EventReader.readableTopics())
                                + " and "
                                + Topic.EMBEDDINGS.topicName());
            }
        }
        return topics.isEmpty() ? EventReader.readableTopics() : topics;
    }
}
