// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.event.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Events in files, one a line, as {@code sightline events --json} prints them.
 *
 * @param files in the order of time
 */
record FileStore(List<Path> files) implements EventStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void read(List<Topic> topics, Handler handler) {
        List<String> names = topics.stream().map(Topic::topicName).toList();
        for (Path file : files) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                read(file, lines, names, handler);
            } catch (IOException e) {
                throw new CommandFailure("cannot read " + file + ": " + FileProblem.reason(e), e);
            }
        }
    }

    private static void read(Path file, BufferedReader lines, List<String> topics, Handler handler)
            throws IOException {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                String place = file + ", line " + number;
                EventRecord event = event(line, place);
                if (topics.contains(event.topic())) {
                    handler.take(event, place);
                }
            }
        }
    }

    private static EventRecord event(String line, String place) {
        JsonNode read;
        try {
            read = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new CommandFailure(place + ": not JSON: " + e.getOriginalMessage(), e);
        }
        if (!read.path("topic").isTextual() || !read.path("data").isObject()) {
            throw new CommandFailure(
                    place
                            + ": no event as 'sightline events --json' prints it, with topic and data");
        }
        return new EventRecord(
                read.path("topic").textValue(),
                read.path("id").asText(),
                read.path("type").asText(),
                read.path("data"));
    }
}
