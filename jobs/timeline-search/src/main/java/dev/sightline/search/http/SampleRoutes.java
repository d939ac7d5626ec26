// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.timeline.IndexedSample;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Pictures of samples around a moment, for streams that cannot be played. */
final class SampleRoutes {

    /** A whole stream would have to be read for so many pictures. */
    private static final long LONGEST_MS = 3_600_000;

    private static final int MOST = 500;
    private static final int USUAL = 100;

    private final TimelineIndex index;
    private final Gate gate;
    private final KnownStreams streams;

    /**
     * @param gate of this, as each goes through an hour of samples
     */
    SampleRoutes(TimelineIndex index, Gate gate) {
        this.index = index;
        this.gate = gate;
        this.streams = new KnownStreams(index);
    }

    List<Route> routes() {
        return List.of(Route.get("/samples", Access.VIEWER, this::list));
    }

    private void list(Context context) throws Exception {
        Parameters parameters = Parameters.of(context, "stream", "epoch", "from", "to", "limit");
        KnownStreams.Epoch epoch = streams.epoch(parameters);
        long from = parameters.mediaMs("from");
        long last = from + LONGEST_MS;
        long to = parameters.whole("to", last, from + 1, last);
        int limit = (int) parameters.whole("limit", USUAL, 1, MOST);
        Answer.json(context, json(gate.pass(() -> pictures(epoch, from, to, limit))));
    }

    /** The first picture of each of so many equal parts of the time: ids by media time. */
    private TreeMap<Long, String> pictures(KnownStreams.Epoch epoch, long from, long to, int limit)
            throws IOException {
        TreeMap<Long, IndexedSample> parts = new TreeMap<>();
        SampleFilter filter =
                new SampleFilter(Set.of(epoch.streamId()), epoch.epoch(), null, null, from, to);
        Optional<StreamSummary> summary = index.stream(epoch.streamId());
        for (String digest : summary.map(StreamSummary::models).orElse(Set.of())) {
            index.forEach(
                    digest,
                    filter,
                    sample -> {
                        if (sample.sample().picture() != null) {
                            long part = (ms(sample) - from) * limit / (to - from);
                            parts.putIfAbsent(part, sample);
                        }
                    });
        }
        TreeMap<Long, String> pictures = new TreeMap<>();
        parts.values().forEach(sample -> pictures.put(ms(sample), sample.id()));
        return pictures;
    }

    private static long ms(IndexedSample sample) {
        return sample.sample().time().mediaMs();
    }

    private static ObjectNode json(TreeMap<Long, String> pictures) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode samples = json.putArray("samples");
        pictures.forEach(
                (ms, id) -> samples.addObject().put("ms", ms).put("picture", Address.picture(id)));
        return json;
    }
}
