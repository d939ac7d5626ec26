// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

/**
 * How far a scene has moved from what it was: the mean of its samples, and a run of samples that
 * are elsewhere.
 *
 * @param centre mean vector of the scene's samples
 * @param weight samples in {@code centre}, at most {@value #MOST}: slow daylight is followed
 * @param away the current run of samples far from the centre, or null
 */
public record Drift(float[] centre, int weight, Away away) {

    private static final int MOST = 60;

    /** A scene of fewer samples has no centre to move away from. */
    private static final int ENOUGH = 3;

    /**
     * A run of samples far from the centre.
     *
     * @param boundary where it began
     * @param firstSample grid point of its first sample
     * @param centre mean vector of its samples
     * @param samples how many they are
     */
    public record Away(Boundary boundary, long firstSample, float[] centre, int samples) {}

    /** A scene that begins with a sample. */
    static Drift from(SceneSample first) {
        return new Drift(first.vector(), 1, null);
    }

    /** The sample's distance from the scene's centre, 0 to 1. */
    double distance(SceneSample sample) {
        return Directions.distance(centre, sample.vector());
    }

    /** After a sample within the scene; a run elsewhere that returns has been a passer-by. */
    Drift near(SceneSample sample) {
        float[] moved = Directions.blend(centre, weight, sample.vector());
        return new Drift(moved, Math.min(MOST, weight + 1), null);
    }

    /** After a sample far from the scene's centre. */
    Drift far(SceneSample previous, SceneSample sample) {
        if (weight < ENOUGH) {
            return near(sample);
        }
        if (away == null) {
            Boundary boundary = new Boundary(previous.time(), sample.time());
            return with(new Away(boundary, sample.k(), sample.vector(), 1));
        }
        float[] moved = Directions.blend(away.centre, away.samples, sample.vector());
        int samples = Math.min(MOST, away.samples + 1);
        return with(new Away(away.boundary, away.firstSample, moved, samples));
    }

    /** Whether the run elsewhere goes on for so long at a sample, and is of one kind. */
    boolean lasted(SceneSample sample, long lastingMs, double threshold) {
        return away != null
                && sample.time().mediaMs() - away.boundary.after().mediaMs() >= lastingMs
                && awayDistance() >= threshold;
    }

    /** How far the run's own centre is from the scene's, 0 to 1. */
    double awayDistance() {
        return Directions.distance(centre, away.centre);
    }

    /** The scene that the run has become. */
    Drift settled() {
        return new Drift(away.centre, away.samples, null);
    }

    private Drift with(Away next) {
        return new Drift(centre, weight, next);
    }
}
