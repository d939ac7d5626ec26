// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The JSON object of a control record. Nothing is converted: a number in quotes is no number, and a
 * field that is null counts as absent.
 */
final class JsonFields {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final JsonNode object;
    private final String path;

    private JsonFields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /**
     * Reads an object.
     *
     * @param known names of the fields that it may have
     * @throws MalformedRequest if it is no object, or has a field that is not known
     */
    static JsonFields parse(byte[] json, Set<String> known) throws MalformedRequest {
        JsonNode read = read(json);
        if (!read.isObject()) {
            throw new MalformedRequest("not a JSON object but " + typeOf(read));
        }
        return new JsonFields(read, "").only(known);
    }

    private JsonFields only(Set<String> known) throws MalformedRequest {
        for (String name : (Iterable<String>) object::fieldNames) {
            if (!known.contains(name)) {
                throw new MalformedRequest("'" + place(name) + "' is not a field of this request");
            }
        }
        return this;
    }

    /** A field's name, with those of the objects that it is in. */
    String place(String name) {
        return path + name;
    }

    private static JsonNode read(byte[] json) throws MalformedRequest {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new MalformedRequest("not JSON: " + e.getOriginalMessage() + place(e));
        } catch (IOException e) {
            throw new MalformedRequest("not JSON: " + e.getMessage());
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** Whether a field says anything; an empty list does not. */
    boolean has(String name) {
        JsonNode value = object.get(name);
        return value != null && !value.isNull() && !(value.isArray() && value.isEmpty());
    }

    /** A text, or null where there is none. */
    String text(String name) throws MalformedRequest {
        JsonNode value = value(name, JsonNode::isTextual, "a text");
        return value == null ? null : value.textValue();
    }

    /** A number, or null where there is none. */
    Double number(String name) throws MalformedRequest {
        JsonNode value = value(name, JsonNode::isNumber, "a number");
        return value == null ? null : (Double) value.doubleValue();
    }

    /** A whole number that fits 64 bits, or null where there is none. */
    Long integer(String name) throws MalformedRequest {
        JsonNode value =
                value(name, n -> n.isIntegralNumber() && n.canConvertToLong(), "a whole number");
        return value == null ? null : (Long) value.longValue();
    }

    /** Texts that are not blank; none where there is no list. */
    List<String> texts(String name) throws MalformedRequest {
        JsonNode list = value(name, JsonNode::isArray, "a list of texts");
        List<String> texts = new ArrayList<>();
        for (int i = 0; list != null && i < list.size(); i++) {
            JsonNode element = list.get(i);
            if (!element.isTextual() || element.textValue().isBlank()) {
                String found = element.isTextual() ? "an empty one" : typeOf(element);
                throw wanted(place(name) + "[" + i + "]", "a text", found);
            }
            texts.add(element.textValue());
        }
        return List.copyOf(texts);
    }

    /** True or false, or null where there is neither. */
    Boolean truth(String name) throws MalformedRequest {
        JsonNode value = value(name, JsonNode::isBoolean, "true or false");
        return value == null ? null : (Boolean) value.booleanValue();
    }

    /** Lists of so many numbers each; none where there is no list. */
    List<double[]> numberLists(String name, int length) throws MalformedRequest {
        JsonNode list = value(name, JsonNode::isArray, "a list of lists");
        List<double[]> lists = new ArrayList<>();
        for (int i = 0; list != null && i < list.size(); i++) {
            lists.add(numbers(place(name) + "[" + i + "]", list.get(i), length));
        }
        return List.copyOf(lists);
    }

    private static double[] numbers(String place, JsonNode list, int length)
            throws MalformedRequest {
        String wanted = "a list of " + length + " numbers";
        if (!list.isArray()) {
            throw wanted(place, wanted, typeOf(list));
        } else if (list.size() != length) {
            throw wanted(place, wanted, list.size() + " values");
        }
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            if (!list.get(i).isNumber()) {
                throw wanted(place + "[" + i + "]", "a number", typeOf(list.get(i)));
            }
            numbers[i] = list.get(i).doubleValue();
        }
        return numbers;
    }

    /**
     * An object, or null where there is none.
     *
     * @param known names of the fields that it may have
     */
    JsonFields object(String name, Set<String> known) throws MalformedRequest {
        JsonNode value = value(name, JsonNode::isObject, "an object");
        return value == null ? null : new JsonFields(value, place(name) + ".").only(known);
    }

    /** Whether a field is a text, where it may be something else. */
    boolean isText(String name) {
        return object.path(name).isTextual();
    }

    private JsonNode value(String name, Predicate<JsonNode> fits, String wanted)
            throws MalformedRequest {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        } else if (!fits.test(value)) {
            throw wanted(place(name), wanted, value.isNumber() ? value.asText() : typeOf(value));
        }
        return value;
    }

    private static MalformedRequest wanted(String place, String wanted, String found) {
        return new MalformedRequest("'" + place + "' has to be " + wanted + ", found " + found);
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING -> "nothing";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "a text";
            default -> value.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }
}
