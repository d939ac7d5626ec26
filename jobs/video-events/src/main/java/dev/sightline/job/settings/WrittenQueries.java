// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads queries as users of a command line write them: the JSON of {@code video.queries.v1}, which
 * may besides name its own {@code id}, and pictures by their path on this machine.
 */
public final class WrittenQueries {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final Pattern URI = Pattern.compile("(?i)[a-z][a-z0-9+.-]+:.*", Pattern.DOTALL);

    private WrittenQueries() {}

    /**
     * Reads one query.
     *
     * @param json an object
     * @throws MalformedRequest saying what is wrong and in which field
     */
    public static ObjectNode object(String json) throws MalformedRequest {
        try {
            return object(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new MalformedRequest("not JSON: " + e.getOriginalMessage());
        }
    }

    private static ObjectNode object(JsonNode read) throws MalformedRequest {
        if (read instanceof ObjectNode object) {
            return object;
        }
        throw new MalformedRequest("not a JSON object, such as {\"text\": \"a van\"}");
    }

    /**
     * Reads a file.
     *
     * @return the objects of its list, or those that stand one behind the other
     * @throws MalformedRequest naming the file and the place in it
     */
    public static List<ObjectNode> file(Path file) throws MalformedRequest {
        List<ObjectNode> objects = new ArrayList<>();
        try (MappingIterator<JsonNode> all =
                MAPPER.readerFor(JsonNode.class)
                        .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .readValues(Files.readString(file, StandardCharsets.UTF_8))) {
            while (all.hasNextValue()) {
                objects.add(object(all.nextValue()));
            }
        } catch (JsonProcessingException e) {
            throw new MalformedRequest(
                    "%s: not JSON: %s at line %d"
                            .formatted(file, e.getOriginalMessage(), e.getLocation().getLineNr()));
        } catch (IOException e) {
            throw new MalformedRequest("cannot read " + file + ": " + e);
        }
        return objects;
    }

    /**
     * Makes a query of an object.
     *
     * @param defaults fields of those that it does not have
     * @return the query; without an {@code id} of its own, what it looks for is its id, with what
     *     tells its pictures from others
     * @throws MalformedRequest saying what is wrong and in which field
     */
    public static QueryRequest request(ObjectNode object, ObjectNode defaults)
            throws MalformedRequest {
        ObjectNode query = object.deepCopy();
        JsonNode id = query.remove("id");
        if (id != null && !id.isTextual()) {
            throw new MalformedRequest("'id' has to be a text");
        }
        defaults.properties().forEach(field -> query.putIfAbsent(field.getKey(), field.getValue()));
        readPictures(query, "");
        byte[] json = query.toString().getBytes(StandardCharsets.UTF_8);
        return QueryRequest.parse(
                id == null ? QueryRequest.parse("query", json).defaultId() : id.textValue(), json);
    }

    private static void readPictures(ObjectNode step, String path) throws MalformedRequest {
        JsonNode image = step.path("image");
        if (image.isTextual() && isFile(image.textValue())) {
            try {
                step.put("image", LocalPicture.read(Path.of(image.textValue())));
            } catch (MalformedRequest | InvalidPathException e) {
                throw new MalformedRequest("'" + path + "image': " + e.getMessage());
            }
        }
        if (step.path("then").path("query") instanceof ObjectNode next) {
            readPictures(next, path + "then.query.");
        }
    }

    /** Base64 has no dots, and no path is as long as a picture in it. */
    private static boolean isFile(String image) {
        return !URI.matcher(image).matches() && (image.contains(".") || new File(image).isFile());
    }
}
