// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.search.moment.ScoreCurve;

/** How well the samples of a stream answer. */
final class CurveJson {

    private CurveJson() {}

    /**
     * The curve.
     *
     * @param models names of models
     */
    static ObjectNode of(ScoreCurve curve, ModelJson models) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("model", models.of(curve.model()));
        json.put("intervalMs", curve.intervalMs()).put("coveredHours", curve.coveredHours());
        json.put("thinned", curve.thinned()).put("bucketMs", curve.bucketMs());
        ArrayNode points = json.putArray("points");
        for (ScoreCurve.Point point : curve.points()) {
            ArrayNode values = points.addArray();
            values.add(point.mediaMs()).add(point.score()).add(point.cosine());
            if (curve.thinned()) {
                values.add(point.lasting());
            }
        }
        ArrayNode levels = json.putArray("levels");
        for (ScoreCurve.Level level : curve.levels()) {
            levels.addObject()
                    .put("falseAlarmsPerDay", level.falseAlarmsPerDay())
                    .put("score", level.score())
                    .put("cosine", level.cosine());
        }
        return json;
    }
}
