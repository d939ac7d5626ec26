// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.backtest.BackTestResult;
import dev.sightline.backtest.BudgetResult;
import dev.sightline.backtest.FoundMatch;
import dev.sightline.backtest.WatchedStream;
import java.util.Locale;

/** What a query would have matched, in the words of the command line's back-test. */
final class BackTestJson {

    private BackTestJson() {}

    static ObjectNode of(BackTestResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", result.query().id()).put("text", result.query().text());
        json.set("query", QueriesJson.definition(result.query()));
        json.put("samples", result.samples()).put("coveredMs", result.coveredMs());
        ArrayNode streams = json.putArray("streams");
        result.streams().forEach(stream -> streams.add(of(stream)));
        json.set("asked", of(result.asked()));
        ArrayNode others = json.putArray("others");
        result.others().forEach(other -> others.add(of(other)));
        return json;
    }

    private static ObjectNode of(WatchedStream stream) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("streamId", stream.streamId())
                .put("samples", stream.samples())
                .put("coveredMs", stream.coveredMs())
                .put("learntSamples", stream.learnt())
                .put("otherModelsSamples", stream.otherModels());
    }

    private static ObjectNode of(BudgetResult budget) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("alarmBudgetPerDay", budget.falseAlarmsPerDay());
        json.put("bearable", budget.bearable());
        ArrayNode matches = json.putArray("matches");
        budget.matches().forEach(match -> matches.add(of(match)));
        return json;
    }

    private static ObjectNode of(FoundMatch match) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("streamId", match.stream().streamId()).put("epoch", match.stream().epoch());
        json.set("start", TimeJson.of(match.start()));
        json.set("peak", TimeJson.of(match.peak()));
        json.set("end", TimeJson.of(match.end()));
        json.put("scoreRaw", match.scoreRaw()).put("score", match.score());
        json.put("threshold", match.threshold());
        json.put("expectedFalseAlarmsPerDay", match.expectedFalseAlarmsPerDay());
        json.put("samples", match.samples()).put("label", match.label());
        String reason = match.closeReason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        json.put("closeReason", reason);
        return json.put("picture", Address.picture(match.picture()));
    }
}
