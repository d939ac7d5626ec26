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
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Releases the records of one stream by contiguous position, each once.
 *
 * <p>The ranges of a long file are read at a time and arrive side by side. After a recovery,
 * nothing needs to be in order: the samples that were being embedded come back on one task while
 * their split goes on in another. Records of another epoch wait until the current one has ended.
 *
 * <p>What waits is bounded by the ranges that the source reads ahead, twice as many as it has
 * tasks, and the samples in flight; not by the length of the file.
 *
 * <p>A stream that ends or fails in one range is over, but the ranges behind hold records still.
 * They are let through in the same order and dropped, so that it is certain when the last of them
 * has come and nothing has to be remembered any longer.
 */
public final class InOrderFunction
        extends KeyedProcessFunction<String, TimelineRecord, TimelineRecord> {

    private static final long serialVersionUID = 1L;

    /** The first record of every epoch stands here. */
    private static final long FIRST = -1;

    private transient ValueState<Long> epoch;
    private transient ValueState<Long> next;
    private transient ValueState<StreamTally> tally;
    private transient MapState<Long, TimelineRecord> early;
    private transient MapState<Long, Map<Long, TimelineRecord>> otherEpochs;

    @Override
    public void open(OpenContext context) {
        epoch = getRuntimeContext().getState(new ValueStateDescriptor<>("epoch", Types.LONG));
        next = getRuntimeContext().getState(new ValueStateDescriptor<>("next", Types.LONG));
        tally =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "tally", TypeInformation.of(StreamTally.class)));
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
            tell(ready, out);
            if (ready.closing()) {
                end();
            }
            ready = epoch.value() == null ? null : early.get(next.value());
        }
    }

    private void tell(TimelineRecord ready, Collector<TimelineRecord> out) throws Exception {
        StreamTally before = tally.value() == null ? StreamTally.START : tally.value();
        TimelineRecord told = before.told(ready);
        if (told != null) {
            out.collect(told);
        }
        tally.update(before.after(ready));
    }

    /** Forgets the epoch that ended and goes on with one that waits, if there is one. */
    private void end() throws Exception {
        epoch.clear();
        next.clear();
        tally.clear();
        early.clear();
        var waiting = otherEpochs.iterator();
        if (waiting.hasNext()) {
            var oldest = waiting.next();
            begin(oldest.getKey());
            for (var kept : oldest.getValue().entrySet()) {
                early.put(kept.getKey(), kept.getValue());
            }
            // Taking it out of the iterator would leave an empty map in the state.
            otherEpochs.remove(oldest.getKey());
        }
    }
}
