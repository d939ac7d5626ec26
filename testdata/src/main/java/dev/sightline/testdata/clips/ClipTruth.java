// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import dev.sightline.testdata.clips.Change.Kind;
import java.util.List;

/**
 * What is in a clip, known from its construction.
 *
 * @param timeBase unit of {@code pts}; the container may count in another one
 * @param pts of the frames that can be read, in order of presentation; empty for a file that is no
 *     video
 * @param changes what happens to the picture, in order of time
 * @param width coded width in pixels, of the first frame
 * @param height coded height in pixels, of the first frame
 * @param display how it is to be shown
 */
public record ClipTruth(
        Rational timeBase,
        List<Long> pts,
        List<Change> changes,
        int width,
        int height,
        Display display) {

    /** Copies the lists. */
    public ClipTruth {
        pts = List.copyOf(pts);
        changes = List.copyOf(changes);
    }

    /** The truth about a file that is no video. */
    static ClipTruth noVideo() {
        return new ClipTruth(Rational.ONE, List.of(), List.of(), 0, 0, Display.PLAIN);
    }

    /** Number of frames. */
    public int frames() {
        return pts.size();
    }

    /** Seconds of a frame, in the file's own time: the first frame need not be at 0. */
    public double seconds(int frame) {
        return timeBase.times(pts.get(frame));
    }

    /** PTS of the first frames behind the cuts. */
    public List<Long> cutPts() {
        return changes(Kind.CUT).stream().map(cut -> pts.get(cut.firstFrame())).toList();
    }

    /** Dissolves and fades. */
    public List<Change> graduals() {
        return changes.stream().filter(Change::gradual).toList();
    }

    /** The changes of one kind. */
    public List<Change> changes(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }

    /** The same with other changes. */
    ClipTruth with(List<Change> others) {
        return new ClipTruth(timeBase, pts, others, width, height, display);
    }

    /** The truth about the first frames of it. */
    ClipTruth first(int count) {
        return new ClipTruth(
                timeBase,
                pts.subList(0, count),
                changes.stream().filter(change -> change.lastFrame() < count).toList(),
                width,
                height,
                display);
    }
}
