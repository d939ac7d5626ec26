// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import java.util.SplittableRandom;

/**
 * What is in front of the camera: shots of five seconds to two minutes, every fourth of which shows
 * a query. The same for a seed. One thread.
 */
final class Shots {

    private static final long SHORTEST_MS = 5_000;
    private static final long LONGEST_MS = 120_000;
    private static final int SHOTS_FOR_ONE_SUBJECT = 4;

    private final SplittableRandom random;
    private final int subjects;
    private long shot;
    private int subject = -1;
    private long endMs;

    /**
     * @param subjects how many queries there are
     */
    Shots(long seed, int subjects) {
        this.random = new SplittableRandom(seed);
        this.subjects = subjects;
        endMs = SHORTEST_MS;
    }

    /**
     * The picture at a time.
     *
     * @param ms milliseconds since the start, never less than the time before
     */
    Picture at(long ms) {
        while (ms >= endMs) {
            shot++;
            subject = random.nextInt(SHOTS_FOR_ONE_SUBJECT) == 0 ? random.nextInt(subjects) : -1;
            endMs += random.nextLong(SHORTEST_MS, LONGEST_MS);
        }
        return new Picture(shot, subject, random.nextLong());
    }
}
