// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import java.time.Duration;
import java.util.Optional;

/**
 * Knows which segment is read next, and what was lost on the way to it. A live stream is begun
 * three target durations before its end (RFC 8216, section 6.3.3): closer to it, a segment may not
 * be there when it is needed.
 */
final class Playhead {

    private static final int TARGETS_BEFORE_END = 3;

    private Playlist.Media playlist;
    private long next = -1;
    private Segment last;
    private Loss loss = Loss.NONE;

    /**
     * Takes a playlist that was loaded later.
     *
     * @return whether it brings something new
     */
    boolean take(Playlist.Media loaded) {
        Playlist.Media before = playlist;
        if (before == null || next < 0) {
            playlist = loaded;
            next = loaded.segments().isEmpty() ? -1 : start(loaded);
            return true;
        }
        if (loaded.endSequence() < next) {
            return restart(loaded);
        }
        playlist = loaded;
        passOver(loaded.firstSequence());
        return loaded.endSequence() > before.endSequence() || loaded.ended() && !before.ended();
    }

    private static long start(Playlist.Media playlist) {
        long start = playlist.firstSequence();
        if (playlist.ended()) {
            return start;
        }
        Duration wanted = playlist.targetDuration().multipliedBy(TARGETS_BEFORE_END);
        for (long i = playlist.endSequence() - 1; i > start; i--) {
            if (playlist.durationFrom(i).compareTo(wanted) >= 0) {
                return i;
            }
        }
        return start;
    }

    /**
     * One of several servers may be a little behind; numbers far behind are those of a new life.
     */
    private boolean restart(Playlist.Media loaded) {
        if (loaded.segments().isEmpty() || loaded.endSequence() > playlist.firstSequence()) {
            return false;
        }
        playlist = loaded;
        next = start(loaded);
        last = null;
        loss = loss.plus(Duration.ZERO, "the stream began anew");
        return true;
    }

    private void passOver(long first) {
        if (next < first) {
            Duration each = last == null ? playlist.targetDuration() : last.duration();
            loss =
                    loss.plus(
                            each.multipliedBy(first - next),
                            "segments left the playlist before they were read");
            next = first;
        }
    }

    /** The segment to be read next, if the playlist has it already. */
    Optional<Segment> current() {
        boolean listed = next >= 0 && next < playlist.endSequence();
        return listed ? Optional.of(playlist.segment(next)) : Optional.empty();
    }

    /** Whether nothing will follow. */
    boolean isAtEnd() {
        return playlist.ended() && (next < 0 || next >= playlist.endSequence());
    }

    /** Whether a segment goes on where the last one that was read ended. */
    boolean continuesWith(Segment segment) {
        return last != null && segment.follows(last);
    }

    /** The current segment is read. */
    void pass() {
        last = playlist.segment(next);
        next++;
    }

    /** The current segment is given up, though a part of it may have been read. */
    void lose(String reason) {
        loss = loss.plus(playlist.segment(next).duration(), reason);
        next++;
    }

    /** What was lost since this was asked for the last time. */
    Loss takeLoss() {
        Loss taken = loss;
        loss = Loss.NONE;
        return taken;
    }

    /** How long the current segment may be expected to be there still (section 6.2.2). */
    Duration timeLeft() {
        return playlist.durationFrom(next + 1).plus(playlist.targetDuration());
    }

    Duration targetDuration() {
        return playlist.targetDuration();
    }

    boolean isEnded() {
        return playlist.ended();
    }
}
