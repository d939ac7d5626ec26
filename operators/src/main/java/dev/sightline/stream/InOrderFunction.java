// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import dev.sightline.clip.EmbeddedSerializer;
import dev.sightline.video.TimelineRecord;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Releases the records of one stream by contiguous position, each once.
 *
 * <p>In a quiet run they arrive in order. After a recovery they need not: the samples that were
 * being embedded come back on one task while their split goes on in another. Records of another
 * epoch wait until the current one has ended. What waits is bounded by the samples in flight.
 */
public final class InOrderFunction
        extends KeyedProcessFunction<String, TimelineRecord, TimelineRecord> {

    private static final long serialVersionUID = 1L;

    /** The first record of every epoch stands here. */
    private static final long FIRST = -1;

    private transient ValueState<Long> epoch;
    private transient ValueState<Long> next;
    private transient MapState<Long, TimelineRecord> early;
    private transient MapState<Long, Map<Long, TimelineRecord>> otherEpochs;

    @Override
    public void open(OpenContext context) {
        epoch = getRuntimeContext().getState(new ValueStateDescriptor<>("epoch", Types.LONG));
        next = getRuntimeContext().getState(new ValueStateDescriptor<>("next", Types.LONG));
        early =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "early", Types.LONG, EmbeddedSerializer.TYPE));
        otherEpochs =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "otherEpochs",
                                        Types.LONG,
                                        Types.MAP(Types.LONG, EmbeddedSerializer.TYPE)));
    }

    @Override
    public void processElement(
            TimelineRecord arrived, Context context, Collector<TimelineRecord> out)
            throws Exception {
        if (epoch.value() == null) {
            begin(arrived.stream().epoch());
        }
        if (arrived.stream().epoch() != epoch.value()) {
            keepForLater(arrived);
            return;
        }
        if (arrived.position() >= next.value()) {
            early.put(arrived.position(), arrived);
            release(out);
        }
    }

    private void begin(long newEpoch) throws Exception {
        epoch.update(newEpoch);
        next.update(FIRST);
    }

    private void keepForLater(TimelineRecord arrived) throws Exception {
        long other = arrived.stream().epoch();
        Map<Long, TimelineRecord> kept = otherEpochs.get(other);
        Map<Long, TimelineRecord> more = kept == null ? new HashMap<>() : kept;
        more.put(arrived.position(), arrived);
        otherEpochs.put(other, more);
    }

    private void release(Collector<TimelineRecord> out) throws Exception {
        TimelineRecord ready = early.get(next.value());
        while (ready != null) {
            early.remove(ready.position());
            next.update(ready.nextPosition());
            out.collect(ready);
            if (ready.last()) {
                end();
            }
            ready = epoch.value() == null ? null : early.get(next.value());
        }
    }

    /** Forgets the epoch that ended and goes on with one that waits, if there is one. */
    private void end() throws Exception {
        epoch.clear();
        next.clear();
        early.clear();
        var waiting = otherEpochs.iterator();
        if (waiting.hasNext()) {
            var oldest = waiting.next();
            begin(oldest.getKey());
            for (var kept : oldest.getValue().entrySet()) {
                early.put(kept.getKey(), kept.getValue());
            }
            waiting.remove();
        }
    }
}
