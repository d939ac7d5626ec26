// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import dev.sightline.clip.EmbeddedSerializer;
import dev.sightline.video.TimelineRecord;
import java.io.IOException;
import java.util.Iterator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Releases the records of one stream by contiguous position, each once.
 *
 * <p>The ranges of a long file are read at a time and arrive side by side. After a recovery,
 * nothing needs to be in order: the samples that were being embedded come back on one task while
 * their split goes on in another. Records of another epoch wait until the current one has ended;
 * the smallest one goes on then.
 *
 * <p>What waits is bounded by the ranges that the source reads ahead, 32 times the length of the
 * shortest or, with more than 16 tasks, twice as many as these, and the samples in flight; not by
 * the length of the file.
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

    /** What waits, by epoch and position. */
    private transient MapState<Tuple2<Long, Long>, TimelineRecord> early;

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
                                        "early",
                                        Types.TUPLE(Types.LONG, Types.LONG),
                                        EmbeddedSerializer.TYPE));
    }

    @Override
    public void processElement(
            TimelineRecord arrived, Context context, Collector<TimelineRecord> out)
            throws Exception {
        if (epoch.value() == null) {
            begin(arrived.stream().epoch());
        }
        boolean current = arrived.stream().epoch() == epoch.value();
        if (!current || arrived.position() >= next.value()) {
            early.put(Tuple2.of(arrived.stream().epoch(), arrived.position()), arrived);
        }
        if (current) {
            release(out);
        }
    }

    private void begin(long newEpoch) throws IOException {
        epoch.update(newEpoch);
        next.update(FIRST);
    }

    private void release(Collector<TimelineRecord> out) throws Exception {
        TimelineRecord ready = takeNext();
        while (ready != null) {
            next.update(ready.nextPosition());
            tell(ready, out);
            if (ready.closing()) {
                end();
            }
            ready = epoch.value() == null ? null : takeNext();
        }
    }

    private TimelineRecord takeNext() throws Exception {
        Tuple2<Long, Long> place = Tuple2.of(epoch.value(), next.value());
        TimelineRecord ready = early.get(place);
        if (ready != null) {
            early.remove(place);
        }
        return ready;
    }

    private void tell(TimelineRecord ready, Collector<TimelineRecord> out) throws Exception {
        StreamTally before = tally.value() == null ? StreamTally.START : tally.value();
        TimelineRecord told = before.told(ready);
        if (told != null) {
            out.collect(told);
        }
        tally.update(before.after(ready));
    }

    /** Forgets the epoch that ended and goes on with the smallest one that waits, if any does. */
    private void end() throws Exception {
        long ended = epoch.value();
        epoch.clear();
        next.clear();
        tally.clear();
        Long smallest = null;
        for (Iterator<Tuple2<Long, Long>> places = early.keys().iterator(); places.hasNext(); ) {
            long waiting = places.next().f0;
            if (waiting == ended) {
                places.remove();
            } else if (smallest == null || waiting < smallest) {
                smallest = waiting;
            }
        }
        if (smallest != null) {
            begin(smallest);
        }
    }
}
