// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import dev.sightline.video.TimeBase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** A video in the making, 25 frames a second; the PTS of a frame is its number. */
final class Footage {

    static final TimeBase TIME_BASE = new TimeBase(1, 25);

    private final List<Frame> frames = new ArrayList<>();

    /** A camera that turns slowly over a scene. */
    Footage shot(long scene, int length) {
        return moving(scene, length, 0.3);
    }

    /** A camera that moves by so many luma values a frame. */
    Footage moving(long scene, int length, double speed) {
        Scene place = new Scene(scene);
        for (int i = 0; i < length; i++) {
            add(place.view(speed * i, 0));
        }
        return this;
    }

    /** Frames that depend on how far it is, above 0 to below 1. */
    Footage transition(int length, DoubleFunction<Thumbnail> picture) {
        for (int i = 1; i <= length; i++) {
            add(picture.apply((double) i / (length + 1)));
        }
        return this;
    }

    Footage add(Thumbnail picture) {
        frames.add(new Frame(frames.size(), picture));
        return this;
    }

    /** Number of frames so far, which is the number of the next one. */
    int length() {
        return frames.size();
    }

    List<Frame> frames() {
        return frames;
    }

    /** What is found with all frames known. */
    List<FoundChange> changes() {
        ChangeFinder finder = new ChangeFinder(TIME_BASE);
        List<FoundChange> found = new ArrayList<>();
        frames.forEach(frame -> found.addAll(finder.accept(frame, Detail.ADJACENT)));
        found.addAll(finder.finish());
        return found;
    }

    List<FoundChange> changes(FoundChange.Kind kind) {
        return changes().stream().filter(change -> change.kind() == kind).toList();
    }

    /** First frames of the new shots. */
    List<Long> cuts() {
        return changes(FoundChange.Kind.CUT).stream().map(FoundChange::startPts).toList();
    }
}
