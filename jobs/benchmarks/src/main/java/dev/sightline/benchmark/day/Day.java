// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import dev.sightline.event.Topic;
import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.decode.MediaException;
import dev.sightline.video.live.Connector;
import dev.sightline.video.live.Registration;
import dev.sightline.video.live.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * A simulated day: what the camera, the sinks and the program that measures have in common. It is
 * found by the id of the stream, since Flink serializes everything that it is given. Thread-safe.
 */
final class Day implements AutoCloseable {

    /** Size of a preview, about that of a busy picture. */
    static final int PREVIEW_BYTES = 12 * 1024;

    private static final Map<String, Day> RUNNING = new ConcurrentHashMap<>();

    private final String streamId;
    private final long seed;
    private final int subjects;
    private final int pictureBytes;
    private final SimulatedClock clock = new SimulatedClock(Instant.now());
    private final Stops stops;
    private final Surroundings surroundings;
    private final AtomicLong given = new AtomicLong();
    private final Map<Topic, LongAdder> events = new EnumMap<>(Topic.class);

    /**
     * @param streamId the stream's
     * @param seed decides what happens
     * @param step distance of measurements
     * @param subjects how many queries there are
     * @param pictureBytes size of the model's pictures
     */
    Day(String streamId, long seed, Duration step, int subjects, int pictureBytes) {
        this.streamId = streamId;
        this.seed = seed;
        this.stops = new Stops(step);
        this.subjects = subjects;
        this.pictureBytes = pictureBytes;
        SplittableRandom random = new SplittableRandom(seed);
        surroundings = new Surroundings(clock, clock::pass, random::nextDouble);
        for (Topic topic : Topic.values()) {
            events.put(topic, new LongAdder());
        }
        RUNNING.put(streamId, this);
    }

    /** The day of a stream. */
    static Day of(String streamId) {
        return RUNNING.get(streamId);
    }

    /** The camera of a registered stream. */
    static Connector camera(Registration registration) {
        return new SimulatedCamera(of(registration.streamId()));
    }

    SimulatedClock clock() {
        return clock;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Stops stops() {
        return stops;
    }

    long seed() {
        return seed;
    }

    int subjects() {
        return subjects;
    }

    int pictureBytes() {
        return pictureBytes;
    }

    /**
     * Stands still if it is time to measure.
     *
     * @throws MediaException if the day was cancelled
     */
    void stop() throws MediaException {
        try {
            if (stops.pass(clock.passedMs())) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new MediaException(Category.DECODE, "the simulation is over");
    }

    /** The camera gave another sample. */
    void given() {
        given.incrementAndGet();
    }

    /** Samples that the camera gave. */
    long samples() {
        return given.get();
    }

    /** The number of events of a kind. */
    LongAdder events(Topic topic) {
        return events.get(topic);
    }

    @Override
    public void close() {
        stops.cancel();
        RUNNING.remove(streamId);
    }
}
