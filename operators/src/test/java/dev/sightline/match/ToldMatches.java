// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Notes what it is told. */
final class ToldMatches implements MatchListener {

    private final List<ToldMatch> all = new ArrayList<>();

    @Override
    public PeakPicture tell(ToldMatch told) {
        all.add(told);
        return told.picture();
    }

    List<ToldMatch> all() {
        return all;
    }

    /** Phase, label, first and last sample: "open day 3-4". */
    List<String> lines() {
        return all.stream().map(ToldMatches::line).toList();
    }

    private static String line(ToldMatch told) {
        MatchInterval interval = told.phase().interval();
        return told.phase().phase().name().toLowerCase(Locale.ROOT)
                + (told.label() == null ? "" : " " + told.label())
                + " "
                + interval.startK()
                + "-"
                + interval.endK();
    }
}
