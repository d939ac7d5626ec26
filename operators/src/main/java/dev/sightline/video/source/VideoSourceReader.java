// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.TimelineRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.RecordEmitter;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;

/**
 * Emits the records of its splits and remembers the place behind the last one emitted. Talks with
 * the enumerator about ranges, in the task's own thread: so each side's checkpoint holds what the
 * other one's does.
 */
final class VideoSourceReader
        extends SingleThreadMultiplexSourceReaderBase<
                Fetched, TimelineRecord, VideoSplit, VideoSourceReader.Place> {

    /** A split and the position of the record to emit next. */
    static final class Place {
        private VideoSplit split;
        private long next;

        Place(VideoSplit split) {
            this.split = split;
            this.next = split.resumeAt();
        }
    }

    private record Emitter(SourceReaderContext context)
            implements RecordEmitter<Fetched, TimelineRecord, Place> {

        @Override
        public void emitRecord(Fetched fetched, SourceOutput<TimelineRecord> output, Place place) {
            if (fetched instanceof Fetched.Opened opened) {
                report(place, opened.next(), opened.positions());
            } else if (fetched instanceof Fetched.Emitted emitted) {
                TimelineRecord timelineRecord = emitted.timelineRecord();
                output.collect(timelineRecord);
                place.next = timelineRecord.nextPosition();
                if (timelineRecord.last() && !timelineRecord.closing()) {
                    report(place, place.next, 0); // it is no use to cut what does not count
                }
            }
        }

        private void report(Place place, long next, long positions) {
            context.sendSourceEventToCoordinator(
                    new RangeReport(place.split.splitId(), next, positions));
        }
    }

    private final Map<String, Place> places = new HashMap<>();

    VideoSourceReader(
            SampleReaderFactory factory,
            RangeLength length,
            ReaderMetrics metrics,
            SourceReaderContext context) {
        super(
                () -> new VideoSplitReader(factory, length, metrics),
                new Emitter(context),
                context.getConfiguration(),
                context);
    }

    @Override
    public void start() {
        if (getNumberOfCurrentlyAssignedSplits() == 0) {
            context.sendSplitRequest();
        }
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
        if (!(event instanceof RangeEnd end)) {
            throw new IllegalArgumentException("not from this source's enumerator: " + event);
        }
        Place place = places.get(end.splitId());
        if (place != null) {
            if (end.to() < place.split.range().to()) {
                place.split = place.split.before(end.to());
            }
            // The reading thread takes the same split again as the answer.
            splitFetcherManager.addSplits(List.of(place.split));
        }
    }

    @Override
    protected void onSplitFinished(Map<String, Place> finished) {
        places.keySet().removeAll(finished.keySet());
        if (getNumberOfCurrentlyAssignedSplits() == 0) {
            context.sendSplitRequest();
        }
    }

    @Override
    protected Place initializedState(VideoSplit split) {
        Place place = new Place(split);
        places.put(split.splitId(), place);
        return place;
    }

    @Override
    protected VideoSplit toSplitType(String splitId, Place place) {
        return place.split.resumingAt(place.next);
    }
}
