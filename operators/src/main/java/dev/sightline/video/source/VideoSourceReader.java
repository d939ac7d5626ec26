// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.TimelineRecord;
import java.util.Map;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;

/** Emits the records of its splits and remembers the place behind the last one emitted. */
final class VideoSourceReader
        extends SingleThreadMultiplexSourceReaderBase<
                TimelineRecord, TimelineRecord, VideoSplit, VideoSourceReader.Place> {

    /** A split and the position of the record to emit next. */
    static final class Place {
        private final VideoSplit split;
        private long next;

        Place(VideoSplit split) {
            this.split = split;
            this.next = split.resumeAt();
        }
    }

    VideoSourceReader(
            SampleReaderFactory factory, ReaderMetrics metrics, SourceReaderContext context) {
        super(
                () -> new VideoSplitReader(factory, metrics),
                (timelineRecord, output, place) -> {
                    output.collect(timelineRecord);
                    place.next =
                            timelineRecord.last() ? VideoSplit.READ : timelineRecord.nextPosition();
                },
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
    protected void onSplitFinished(Map<String, Place> finished) {
        if (getNumberOfCurrentlyAssignedSplits() == 0) {
            context.sendSplitRequest();
        }
    }

    @Override
    protected Place initializedState(VideoSplit split) {
        return new Place(split);
    }

    @Override
    protected VideoSplit toSplitType(String splitId, Place place) {
        return place.split.resumingAt(place.next);
    }
}
