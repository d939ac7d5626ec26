// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.Reading;
import dev.sightline.calibration.StreamCalibration;
import dev.sightline.calibration.Term;
import dev.sightline.calibration.TermBackground;
import java.util.List;

/** The queries that are for one stream, with what is usual there for each term. */
final class StreamQueries {

    private final ActiveQueries all;
    private final ActiveQueries active;
    private final TermBackground[] backgrounds;
    private long generation = -1;

    StreamQueries(ActiveQueries all, String streamId) {
        this.all = all;
        this.active = all.of(streamId);
        this.backgrounds = new TermBackground[active.terms().size()];
    }

    /** Whether it was made of these. */
    boolean isOf(ActiveQueries others) {
        return all == others;
    }

    List<ArmedQuery> queries() {
        return active.queries();
    }

    int firstRow(int query) {
        return active.firstRow(query);
    }

    SampleScores scores(float[] vector, Reading reading, StreamCalibration calibration) {
        if (generation != calibration.generation()) {
            generation = calibration.generation();
            for (int row = 0; row < backgrounds.length; row++) {
                Term term = active.terms().get(row);
                backgrounds[row] = calibration.background(term);
            }
        }
        return new SampleScores(active.cosines(vector), backgrounds, reading);
    }
}
