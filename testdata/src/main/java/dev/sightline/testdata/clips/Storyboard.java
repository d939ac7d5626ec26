// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import dev.sightline.testdata.clips.Change.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a clip shows, frame by frame, and the truth about it: both come from the same calls, made in
 * the order of time. Built by one thread; then only read.
 */
public final class Storyboard {

    private static final Painter BLACK = Painters.colour(0x000000);
    private static final Painter WHITE = Painters.colour(0xffffff);

    /** Makes one picture of two; the share is the second one's. */
    @FunctionalInterface
    private interface Blend {
        Picture mixed(Picture first, Picture second, double share);
    }

    /**
     * Frames from one picture to another.
     *
     * @param shares of {@code to}, frame by frame
     * @param blend how the two become one
     */
    private record Segment(int firstFrame, Painter from, Painter to, double[] shares, Blend blend) {

        Picture picture(int frame, int width, int height, double seconds) {
            double share = shares[frame - firstFrame];
            if (share == 0) {
                return from.paint(width, height, seconds);
            } else if (share == 1) {
                return to.paint(width, height, seconds);
            }
            return blend.mixed(
                    from.paint(width, height, seconds), to.paint(width, height, seconds), share);
        }
    }

    private final List<Segment> segments = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private Painter current;
    private int frames;

    private Storyboard() {}

    /** A storyboard that begins with a shot of so many frames. */
    public static Storyboard of(Painter shot, int frames) {
        Storyboard storyboard = new Storyboard();
        storyboard.hold(shot, frames);
        return storyboard;
    }

    /** Another shot from the next frame on. */
    public Storyboard cutTo(Painter shot, int length) {
        changes.add(Change.at(Kind.CUT, frames));
        return hold(shot, length);
    }

    /**
     * Another shot after a dissolve.
     *
     * @param over frames that show both
     * @param length frames that show the new shot alone
     */
    public Storyboard dissolveTo(Painter shot, int over, int length) {
        changes.add(new Change(Kind.DISSOLVE, frames, frames + over - 1));
        ramp(current, shot, over, Picture::mixedWith);
        return hold(shot, length);
    }

    /**
     * Another shot that takes the place of the one before.
     *
     * @param over frames that show both
     * @param length frames that show the new shot alone
     */
    public Storyboard wipeTo(Painter shot, Wipe wipe, int over, int length) {
        changes.add(new Change(Kind.WIPE, frames, frames + over - 1));
        ramp(current, shot, over, wipe::mixed);
        return hold(shot, length);
    }

    /**
     * Another shot after black.
     *
     * @param over frames that grow darker, and as many that grow brighter
     * @param black frames between them
     * @param length frames that show the new shot at full brightness
     */
    public Storyboard fadeTo(Painter shot, int over, int black, int length) {
        return fadeThrough(BLACK, shot, over, black, length);
    }

    /** {@link #fadeTo} through another picture than black. */
    public Storyboard fadeThrough(Painter between, Painter shot, int over, int held, int length) {
        changes.add(new Change(Kind.FADE, frames, frames + 2 * over + held - 1));
        ramp(current, between, over, Picture::mixedWith);
        hold(between, held);
        ramp(between, shot, over, Picture::mixedWith);
        return hold(shot, length);
    }

    /**
     * Black after a fade; the next shot comes with a cut.
     *
     * @param over frames that grow darker
     * @param black frames behind them
     */
    public Storyboard fadeOut(int over, int black) {
        changes.add(new Change(Kind.FADE, frames, frames + over - 1));
        ramp(current, BLACK, over, Picture::mixedWith);
        return run(BLACK, black);
    }

    /**
     * A cut to black or a title card, which is no shot of its own.
     *
     * @param length frames
     */
    public Storyboard cutToCard(Painter card, int length) {
        changes.add(Change.at(Kind.CUT, frames));
        return run(card, length);
    }

    /**
     * A shot that grows out of what was before it.
     *
     * @param over frames that grow brighter
     * @param length frames that show it at full brightness
     */
    public Storyboard fadeIn(Painter shot, int over, int length) {
        changes.add(new Change(Kind.FADE, frames, frames + over - 1));
        ramp(current, shot, over, Picture::mixedWith);
        return hold(shot, length);
    }

    private Storyboard run(Painter card, int length) {
        changes.add(new Change(Kind.BLACK, frames, frames + length - 1));
        return hold(card, length);
    }

    /** Says what the painters do in frames of the storyboard so far, the last one included. */
    public Storyboard marked(Kind kind, int firstFrame, int lastFrame) {
        if (lastFrame >= frames) {
            throw new IndexOutOfBoundsException("frame " + lastFrame + " of " + frames);
        }
        changes.add(new Change(kind, firstFrame, lastFrame));
        return this;
    }

    /**
     * White, then the same shot again.
     *
     * @param white frames of white
     * @param length frames of the shot behind them
     */
    public Storyboard flash(int white, int length) {
        changes.add(new Change(Kind.FLASH, frames, frames + white - 1));
        Painter shot = current;
        hold(WHITE, white);
        return hold(shot, length);
    }

    private Storyboard hold(Painter shot, int length) {
        current = shot;
        return add(shot, shot, new double[length], Picture::mixedWith);
    }

    private void ramp(Painter from, Painter to, int length, Blend blend) {
        double[] shares = new double[length];
        for (int i = 0; i < length; i++) {
            shares[i] = (i + 1.0) / (length + 1);
        }
        add(from, to, shares, blend);
    }

    private Storyboard add(Painter from, Painter to, double[] shares, Blend blend) {
        segments.add(new Segment(frames, from, to, shares, blend));
        frames += shares.length;
        return this;
    }

    /** Number of frames. */
    public int frames() {
        return frames;
    }

    /** What happens, in order of time. */
    public List<Change> changes() {
        return changes.stream().sorted(Comparator.comparingInt(Change::firstFrame)).toList();
    }

    /**
     * Draws a frame.
     *
     * @param frame from 0
     * @param seconds the frame's time since the first one
     */
    public Picture picture(int frame, int width, int height, double seconds) {
        if (frame < 0 || frame >= frames) {
            throw new IndexOutOfBoundsException("frame " + frame + " of " + frames);
        }
        int i = segments.size() - 1;
        while (segments.get(i).firstFrame() > frame) {
            i--;
        }
        return segments.get(i).picture(frame, width, height, seconds);
    }
}
