// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.MovingClock;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.Connection;
import dev.sightline.video.decode.MediaException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/** A stream that does what it was told to, with a clock that moves as it does. */
final class ScriptedConnector implements Connector {

    private enum Act {
        SECOND,
        SAMPLE,
        FAIL,
        REFUSE,
        JUMP,
        BREAK,
        RUN_OUT,
        END
    }

    private record Step(Act act, String reason) {}

    private final Queue<Step> script = new ArrayDeque<>();
    private final MovingClock clock;
    private int connections;

    ScriptedConnector(Instant start) {
        this.clock = new MovingClock(start);
    }

    private ScriptedConnector with(Act act, String reason, int times) {
        for (int i = 0; i < times; i++) {
            script.add(new Step(act, reason));
        }
        return this;
    }

    /** So many seconds pass before it is connected. */
    ScriptedConnector takes(int seconds) {
        return with(Act.SECOND, "", seconds);
    }

    ScriptedConnector samples(int count) {
        return with(Act.SAMPLE, "", count);
    }

    ScriptedConnector fails(String reason) {
        return with(Act.FAIL, reason, 1);
    }

    ScriptedConnector refuses(String reason, int times) {
        return with(Act.REFUSE, reason, times);
    }

    ScriptedConnector jumps() {
        return with(Act.JUMP, "", 1);
    }

    ScriptedConnector breaks() {
        return with(Act.BREAK, "", 1);
    }

    /** There is no memory. */
    ScriptedConnector runsOut() {
        return with(Act.RUN_OUT, "", 1);
    }

    ScriptedConnector ends() {
        return with(Act.END, "", 1);
    }

    int connections() {
        return connections;
    }

    void pass(long millis) {
        clock.pass(Duration.ofMillis(millis));
    }

    MovingClock clock() {
        return clock;
    }

    @Override
    public Connection connect() throws MediaException {
        while (script.element().act() == Act.SECOND) {
            script.remove();
            pass(1000);
        }
        if (script.element().act() == Act.REFUSE) {
            throw new MediaException(Category.OPEN, script.remove().reason());
        }
        connections++;
        return new Scripted();
    }

    private final class Scripted implements LossyConnection {

        private StreamRef stream;
        private long k = -1;

        @Override
        public void begin(StreamRef begun) {
            stream = begun;
            k = -1;
        }

        @Override
        public TimelineRecord next() throws MediaException {
            if (k < 0) {
                k = 0;
                return LiveRecords.started(stream, clock.instant());
            }
            Step step = script.remove();
            return switch (step.act()) {
                case SAMPLE -> {
                    TimelineRecord sample = LiveRecords.sample(stream, k++, clock.instant());
                    pass(1000);
                    yield sample;
                }
                case JUMP -> null;
                case END ->
                        new StreamEnded(
                                stream, k, LiveRecords.time(1000 * k, clock.instant()), k, 0, 0);
                case BREAK -> throw new IllegalStateException("odd");
                case RUN_OUT -> throw new OutOfMemoryError("too much native memory");
                default -> throw new MediaException(Category.DECODE, step.reason());
            };
        }

        @Override
        public void cancel() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            stream = null;
        }
    }

    @Override
    public void cancel() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        script.clear();
    }
}
