// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Which split is read next: the splits that wait, and which reader has which.
 *
 * <p>Files are read in the order in which they were found, the ranges of a file from its begin to
 * its end. What is left of a file is one split however long it is; a range is cut off when a reader
 * is free. A range is held back while it is too far ahead of the first one that is not read: what
 * was read ahead waits downstream until its turn comes. A second epoch of a stream waits until
 * nothing of the first is left.
 */
final class SplitQueue {

    private final RangeLength length;
    private final IntSupplier readers;
    private final List<VideoSplit> pending;
    private final Map<Integer, VideoSplit> reading = new HashMap<>();
    private final Set<Integer> undecided = new HashSet<>();
    private final RecentCuts cuts = new RecentCuts();

    /**
     * @param length where to cut
     * @param readers tells how many there are, which Flink may not know yet when it restores
     * @param pending splits that wait
     */
    SplitQueue(RangeLength length, IntSupplier readers, List<VideoSplit> pending) {
        this.length = length;
        this.readers = readers;
        this.pending = new ArrayList<>(pending);
    }

    /** A single reader has no use for ranges. */
    private RangeLength length() {
        return readers.getAsInt() > 1 ? length : RangeLength.OFF;
    }

    /** Takes a file that was found. */
    void add(VideoSplit split) {
        pending.add(split);
    }

    /** Takes back what a reader did not read to its end; it goes before what nobody has begun. */
    void addBack(VideoSplit split) {
        insert(cuts.apply(split));
    }

    private void insert(VideoSplit split) {
        int place = 0;
        for (int i = 0; i < pending.size(); i++) {
            boolean sameFile = pending.get(i).fileId().equals(split.fileId());
            if (sameFile && pending.get(i).range().from() < split.range().from()) {
                place = i + 1;
            }
        }
        pending.add(place, split);
    }

    /** What the reader had is read, or will be taken back. */
    void release(int reader) {
        reading.remove(reader);
        undecided.remove(reader);
    }

    /**
     * Gives a split to a reader.
     *
     * @return null if there is none that may be read now
     */
    VideoSplit assign(int reader) {
        Map<String, VideoSplit> first = new HashMap<>();
        reading.values().forEach(split -> first.merge(streamOf(split), split, SplitQueue::earlier));
        for (int i = 0; i < pending.size(); i++) {
            VideoSplit split = pending.get(i);
            VideoSplit before = first.merge(streamOf(split), split, SplitQueue::earlier);
            if (before.fileId().equals(split.fileId()) && !isTooFarAhead(split, before)) {
                VideoSplit taken = take(i);
                reading.put(reader, taken);
                if (taken.isUncut() && length().isOn()) {
                    undecided.add(reader);
                }
                return taken;
            }
        }
        return null;
    }

    private static String streamOf(VideoSplit split) {
        return split.stream().streamId();
    }

    /** Of two epochs the one that came first, of two ranges of a file the one before the other. */
    private static VideoSplit earlier(VideoSplit one, VideoSplit other) {
        boolean behind =
                one.fileId().equals(other.fileId()) && other.range().from() < one.range().from();
        return behind ? other : one;
    }

    private boolean isTooFarAhead(VideoSplit split, VideoSplit first) {
        long ahead = split.range().from() - Math.max(first.range().from(), first.resumeAt());
        return length().isTooFar(ahead, readers.getAsInt());
    }

    private VideoSplit take(int index) {
        VideoSplit split = pending.get(index);
        OptionalLong cut = cutBehind(split.range().from(), split.positions());
        if (cut.isEmpty()) {
            pending.remove(index);
            return split.uncuttable();
        }
        pending.set(index, split.from(cut.getAsLong(), split.positions()));
        return split.before(cut.getAsLong());
    }

    private OptionalLong cutBehind(long next, long filePositions) {
        return length().cutBehind(next, filePositions, readers.getAsInt());
    }

    /**
     * Takes what a reader found out about its file.
     *
     * @return how far the reader shall read, if it waits for that
     */
    OptionalLong report(int reader, RangeReport report) {
        VideoSplit split = reading.get(reader);
        if (split == null || !split.splitId().equals(report.splitId())) {
            return OptionalLong.empty();
        }
        undecided.remove(reader);
        if (report.positions() == 0) {
            pending.replaceAll(
                    other -> other.fileId().equals(split.fileId()) ? other.uncuttable() : other);
            return OptionalLong.empty();
        }
        OptionalLong cut = cutBehind(report.next(), report.positions());
        if (!split.isUncut() || cut.isEmpty()) {
            return OptionalLong.of(split.range().to());
        }
        reading.put(reader, split.before(cut.getAsLong()));
        insert(split.from(cut.getAsLong(), report.positions()));
        cuts.add(split.fileId(), cut.getAsLong());
        return cut;
    }

    /** Whether nothing waits and nothing can come of what is read. */
    boolean isDone() {
        return pending.isEmpty() && undecided.isEmpty();
    }

    /** Splits that no reader has, for a checkpoint. */
    List<VideoSplit> snapshot(long checkpoint) {
        cuts.snapshot(checkpoint);
        return List.copyOf(pending);
    }

    /** A checkpoint is complete. */
    void completed(long checkpoint) {
        cuts.completed(checkpoint);
    }
}
