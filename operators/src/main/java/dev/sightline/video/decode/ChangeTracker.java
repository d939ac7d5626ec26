// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.MediaTime;
import dev.sightline.video.TimeBase;
import dev.sightline.video.VisualChange;
import dev.sightline.video.change.ChangeFinder;
import dev.sightline.video.change.Detail;
import dev.sightline.video.change.FoundChange;
import dev.sightline.video.change.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Watches the decoded frames of a stream for changes of the picture, and tells of each with the
 * first sample that lies so far behind it that it must have been decided by then. So a change
 * belongs to the same sample wherever reading began. One thread.
 */
final class ChangeTracker implements AutoCloseable {

    /**
     * What lies so far back does not matter to a finder any more: a reader that begins here finds
     * the same as one that was there before.
     */
    static final double WARM_UP_SECONDS = 8;

    private static final double CUT_DECIDED_SECONDS = 0.5;
    private static final double GRADUAL_DECIDED_SECONDS = 2.5;

    private final TimeBase timeBase;
    private final MediaClock clock;
    private final Thumbnailer thumbnailer;
    private final List<FoundChange> pending = new ArrayList<>();
    private ChangeFinder finder;
    private long origin;

    /**
     * @param origin PTS at which media time is 0
     * @param ignore where nothing is a change
     */
    ChangeTracker(TimeBase timeBase, MediaClock clock, long origin, IgnoreRegions ignore) {
        this.timeBase = timeBase;
        this.clock = clock;
        this.origin = origin;
        this.thumbnailer = new Thumbnailer(ignore);
        this.finder = new ChangeFinder(timeBase);
    }

    /**
     * Takes the next frame in presentation order.
     *
     * @throws MediaException if its pixels cannot be read
     */
    void accept(AVFrame frame, long pts, Detail detail) throws MediaException {
        pending.addAll(finder.accept(new Frame(pts, thumbnailer.of(frame)), detail));
    }

    /** The changes that the sample with a PTS tells of, the frames up to it having been taken. */
    List<VisualChange> toldWith(long pts) {
        List<FoundChange> told = new ArrayList<>();
        for (Iterator<FoundChange> all = pending.iterator(); all.hasNext(); ) {
            FoundChange change = all.next();
            boolean gradual = change.kind() == FoundChange.Kind.GRADUAL;
            double seconds = gradual ? GRADUAL_DECIDED_SECONDS : CUT_DECIDED_SECONDS;
            if (change.endPts() <= pts - timeBase.ticks(seconds)) {
                told.add(change);
                all.remove();
            }
        }
        return visual(told);
    }

    /** Decides what is undecided, because no frame follows, or one that is not adjacent. */
    List<VisualChange> finish() {
        pending.addAll(finder.finish());
        List<VisualChange> told = visual(pending);
        pending.clear();
        return told;
    }

    /**
     * Begins anew behind an interruption.
     *
     * @param newOrigin PTS at which media time is 0 from there on
     */
    void restart(long newOrigin) {
        finder = new ChangeFinder(timeBase);
        pending.clear();
        origin = newOrigin;
    }

    private List<VisualChange> visual(List<FoundChange> found) {
        return found.stream()
                .filter(change -> change.kind() != FoundChange.Kind.FLASH)
                .sorted(
                        Comparator.comparingLong(FoundChange::startPts)
                                .thenComparing(FoundChange::kind))
                .map(this::visual)
                .toList();
    }

    private VisualChange visual(FoundChange change) {
        return new VisualChange(
                change.kind() == FoundChange.Kind.CUT
                        ? VisualChange.Kind.CUT
                        : VisualChange.Kind.GRADUAL,
                at(change.startPts()),
                at(change.endPts()),
                timeBase.toMillis(change.uncertaintyTicks()),
                change.score());
    }

    private MediaTime at(long pts) {
        return clock.at(pts, timeBase.toMillis(pts - origin));
    }

    @Override
    public void close() {
        thumbnailer.close();
    }
}
