// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import dev.sightline.benchmark.frames.ShownFrame;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the time stamps of samples are from the truth.
 *
 * @param samples how many there are
 * @param expected grid points that have a frame: one a second
 * @param offGrid greatest distance of a sample's real PTS from the frame that its grid point asks
 *     for, the first one at or after it; milliseconds
 * @param misstated greatest difference of the PTS that a sample is said to have and that of the
 *     frame that it shows; milliseconds
 */
record StampErrors(int samples, int expected, double offGrid, double misstated) {

    /**
     * Compares samples with all frames of the file.
     *
     * @param samples with their stated PTS; with checksums the frames that they show are looked up,
     *     else the nearest frame is taken for the one that a sample shows
     */
    static StampErrors of(List<ShownFrame> samples, List<ShownFrame> frames) {
        List<ShownFrame> grid = grid(frames);
        double offGrid = 0;
        double misstated = 0;
        for (ShownFrame sample : samples) {
            ShownFrame real = shown(sample, frames);
            misstated = Math.max(misstated, distance(sample, real));
            offGrid = Math.max(offGrid, distance(real, nearest(real, grid)));
        }
        return new StampErrors(samples.size(), grid.size(), 1000 * offGrid, 1000 * misstated);
    }

    /** The first frame at or after each whole second since the first frame. */
    private static List<ShownFrame> grid(List<ShownFrame> frames) {
        List<ShownFrame> grid = new ArrayList<>();
        double start = frames.get(0).seconds();
        long next = 0;
        for (ShownFrame frame : frames) {
            double since = frame.seconds() - start + 1e-9;
            if (since >= next) {
                grid.add(frame);
                next = (long) since + 1;
            }
        }
        return grid;
    }

    /** Of the frames that look the same, the one whose time is nearest. */
    private static ShownFrame shown(ShownFrame sample, List<ShownFrame> frames) {
        List<ShownFrame> same =
                frames.stream()
                        .filter(frame -> !sample.checksum().isEmpty())
                        .filter(frame -> frame.checksum().equals(sample.checksum()))
                        .toList();
        return nearest(sample, same.isEmpty() ? frames : same);
    }

    private static ShownFrame nearest(ShownFrame to, List<ShownFrame> frames) {
        ShownFrame nearest = frames.get(0);
        for (ShownFrame frame : frames) {
            if (distance(to, frame) < distance(to, nearest)) {
                nearest = frame;
            }
        }
        return nearest;
    }

    private static double distance(ShownFrame one, ShownFrame other) {
        return Math.abs(one.seconds() - other.seconds());
    }
}
