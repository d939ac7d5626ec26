// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.backtest.BackTestResult;
import dev.sightline.backtest.BudgetResult;
import dev.sightline.backtest.FoundMatch;
import dev.sightline.video.MediaTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** A back-test's result for programs, in the words of the events. */
final class BacktestJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BacktestJson() {}

    /** One line. */
    static String of(BackTestResult result) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", result.query().id()).put("text", result.query().text());
        try {
            line.set("query", JSON.readTree(result.query().toJson()));
        } catch (IOException e) {
            throw new UncheckedIOException("a query's own JSON can be read", e);
        }
        line.put("samples", result.samples()).put("coveredMs", result.coveredMs());
        ArrayNode streams = line.putArray("streams");
        result.streams()
                .forEach(
                        stream ->
                                streams.addObject()
                                        .put("streamId", stream.streamId())
                                        .put("samples", stream.samples())
                                        .put("coveredMs", stream.coveredMs())
                                        .put("learntSamples", stream.learnt())
                                        .put("otherModelsSamples", stream.otherModels()));
        line.set("asked", budget(result.asked()));
        ArrayNode others = line.putArray("others");
        result.others().forEach(other -> others.add(budget(other)));
        try {
            return JSON.writeValueAsString(line) + System.lineSeparator();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("trees can always be written", e);
        }
    }

    private static ObjectNode budget(BudgetResult budget) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("alarmBudgetPerDay", budget.falseAlarmsPerDay());
        node.put("bearable", budget.bearable());
        ArrayNode matches = node.putArray("matches");
        budget.matches().forEach(match -> matches.add(match(match)));
        return node;
    }

    private static ObjectNode match(FoundMatch match) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("streamId", match.stream().streamId()).put("epoch", match.stream().epoch());
        node.set("start", time(match.start()));
        node.set("peak", time(match.peak()));
        node.set("end", time(match.end()));
        node.put("scoreRaw", match.scoreRaw()).put("score", match.score());
        node.put("threshold", match.threshold());
        node.put("expectedFalseAlarmsPerDay", match.expectedFalseAlarmsPerDay());
        node.put("samples", match.samples());
        node.put("label", match.label());
        String reason = match.closeReason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        node.put("closeReason", reason).put("thumbnail", match.picture());
        return node;
    }

    private static ObjectNode time(MediaTime time) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("pts", time.pts())
                .put("timeBase", time.timeBase().toString())
                .put("mediaMs", time.mediaMs())
                .put("wall", time.wall() == null ? null : time.wall().toString());
    }
}
