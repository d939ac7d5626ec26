// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the service answers of standing queries. */
final class CannedQueries {

    private CannedQueries() {}

    static ObjectNode queries() {
        ObjectNode answer = CannedAnswers.object();
        ArrayNode queries = answer.putArray("queries");
        ObjectNode cats = queries.addObject().put("id", "cats").put("state", "accepted");
        cats.put("threshold", 0.2471).put("falseAlarmsPerDay", 23.4);
        cats.putObject("definition")
                .put("text", "a cat")
                .put("alarmBudgetPerDay", 24)
                .putArray("not")
                .add("a toy cat");
        ObjectNode other = queries.addObject().put("id", "faces").put("state", "refused");
        other.putNull("threshold")
                .putNull("falseAlarmsPerDay")
                .put("reason", "The text is longer than the model reads.");
        other.putObject("definition")
                .put("text", CannedAnswers.HOSTILE)
                .putArray("streams")
                .add(CannedAnswers.CAMERA);
        queries.addObject().put("id", "unread").putNull("state").putNull("definition");
        queries.addObject()
                .put("id", "a man with a camera on a tripod in the dark")
                .put("text", "a street at night")
                .put("state", "accepted")
                .put("ofSettings", true)
                .put("threshold", 0.3)
                .putNull("falseAlarmsPerDay")
                .putNull("definition");
        ObjectNode pictured = queries.addObject().put("id", "pictured").put("state", "accepted");
        pictured.put("pictureLeftOut", true).putNull("threshold").putObject("definition");
        return answer;
    }

    static ObjectNode query(String id) {
        ObjectNode query = CannedAnswers.object().put("id", id).put("state", "accepted");
        query.putObject("definition").put("image", "data:image/jpeg;base64,/9j/");
        return query;
    }

    static ObjectNode backTest() {
        ObjectNode answer =
                CannedAnswers.object()
                        .put("id", "cats")
                        .put("samples", 395)
                        .put("coveredMs", 39_500);
        answer.putArray("streams")
                .addObject()
                .put("streamId", CannedAnswers.REEL)
                .put("samples", 395);
        answer.set("asked", budget(1, 2));
        answer.putArray("others").add(budget(0.1, 1)).add(budget(1, 2)).add(budget(10, 3));
        return answer;
    }

    private static ObjectNode budget(double falseAlarms, int count) {
        ObjectNode budget =
                CannedAnswers.object()
                        .put("alarmBudgetPerDay", falseAlarms)
                        .put("bearable", 0.00046);
        ArrayNode matches = budget.putArray("matches");
        for (int number = 0; number < count; number++) {
            ObjectNode match =
                    matches.addObject().put("streamId", CannedAnswers.REEL).put("epoch", 0);
            match.set("peak", CannedAnswers.time(2500 + 34_000L * number, false));
            match.put("picture", "api/v1/picture?id=b" + number);
        }
        return budget;
    }
}
