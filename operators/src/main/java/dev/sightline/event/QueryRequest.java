// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A standing query, as a user gives it.
 *
 * @param id key of its record
 * @param text what to look for
 * @param streams ids or globs of the streams it is for; empty for all
 * @param alarmBudgetPerDay false alarms a day that are bearable, on each stream; greater than 0
 * @param threshold raw score to use instead of a calibrated one, or null
 * @param minDurationMs how long it must match before it opens
 * @param cooldownMs how long after a match no new one opens
 * @param version number of this definition; a higher one replaces a lower one
 */
public record QueryRequest(
        String id,
        String text,
        List<String> streams,
        double alarmBudgetPerDay,
        Double threshold,
        long minDurationMs,
        long cooldownMs,
        long version)
        implements Serializable {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private static final double DEFAULT_BUDGET = 1;
    private static final long DEFAULT_MIN_DURATION_MS = 2000;
    private static final long DEFAULT_COOLDOWN_MS = 10_000;
    private static final int LONGEST_TEXT = 1000;

    /** The fields of the contract, as they stand in the JSON. */
    private record Fields(
            String text,
            JsonNode image,
            List<String> and,
            List<String> not,
            JsonNode weights,
            List<String> streams,
            Double alarmBudgetPerDay,
            String budgetScope,
            Double threshold,
            Long minDurationMs,
            Long cooldownMs,
            JsonNode then,
            List<String> labels,
            Long version) {

        Optional<String> unsupported() {
            if (image != null || weights != null) {
                return Optional.of("image");
            } else if (and != null && !and.isEmpty()) {
                return Optional.of("and");
            } else if (not != null && !not.isEmpty()) {
                return Optional.of("not");
            } else if (then != null) {
                return Optional.of("then");
            } else if (labels != null && !labels.isEmpty()) {
                return Optional.of("labels");
            }
            return budgetScope == null || budgetScope.equals("stream")
                    ? Optional.empty()
                    : Optional.of("budgetScope: " + budgetScope);
        }
    }

    /** Takes the lists as they are. */
    public QueryRequest {
        streams = List.copyOf(streams);
    }

    /** A query with the defaults of the contract. */
    public static QueryRequest ofText(String id, String text, double alarmBudgetPerDay) {
        return new QueryRequest(
                id,
                text,
                List.of(),
                alarmBudgetPerDay,
                null,
                DEFAULT_MIN_DURATION_MS,
                DEFAULT_COOLDOWN_MS,
                1);
    }

    /**
     * Reads the value of a record of {@code video.queries.v1}.
     *
     * @throws MalformedRequest if it is no such query, or asks for what this version cannot do
     */
    public static QueryRequest parse(String id, byte[] json) throws MalformedRequest {
        Fields fields = read(json);
        Optional<String> unsupported = fields.unsupported();
        if (unsupported.isPresent()) {
            throw new MalformedRequest.Unsupported(
                    "'" + unsupported.get() + "' is not supported by this version");
        }
        QueryRequest query =
                new QueryRequest(
                        id,
                        fields.text() == null ? "" : fields.text(),
                        fields.streams() == null ? List.of() : fields.streams(),
                        orElse(fields.alarmBudgetPerDay(), DEFAULT_BUDGET),
                        fields.threshold(),
                        orElse(fields.minDurationMs(), DEFAULT_MIN_DURATION_MS),
                        orElse(fields.cooldownMs(), DEFAULT_COOLDOWN_MS),
                        orElse(fields.version(), 1L));
        query.check();
        return query;
    }

    private static Fields read(byte[] json) throws MalformedRequest {
        try {
            Fields fields = MAPPER.readValue(json, Fields.class);
            if (fields == null) {
                throw new MalformedRequest("not a JSON object: null");
            }
            return fields;
        } catch (JsonMappingException e) {
            String field = e.getPath().isEmpty() ? "" : e.getPath().get(0).getFieldName();
            throw new MalformedRequest(
                    field == null || field.isEmpty()
                            ? "not a JSON object of a query"
                            : "'" + field + "': " + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new MalformedRequest("not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new MalformedRequest("not readable: " + e.getMessage());
        }
    }

    private static <T> T orElse(T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    /**
     * Checks the values.
     *
     * @throws MalformedRequest naming the first one that is out of range
     */
    public void check() throws MalformedRequest {
        refuseIf(text.isBlank(), "'text' is empty: say in a few words what to look for");
        refuseIf(text.length() > LONGEST_TEXT, "'text' is longer than " + LONGEST_TEXT);
        refuseIf(
                !(alarmBudgetPerDay > 0) || Double.isInfinite(alarmBudgetPerDay),
                "'alarmBudgetPerDay' must be greater than 0: " + alarmBudgetPerDay);
        refuseIf(
                threshold != null && !(threshold >= -1 && threshold <= 1),
                "'threshold' is a cosine, -1 to 1: " + threshold);
        refuseIf(minDurationMs < 0, "'minDurationMs' is negative: " + minDurationMs);
        refuseIf(cooldownMs < 0, "'cooldownMs' is negative: " + cooldownMs);
    }

    private static void refuseIf(boolean wrong, String message) throws MalformedRequest {
        if (wrong) {
            throw new MalformedRequest(message);
        }
    }
}
