// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.search.query.SearchModel;
import dev.sightline.search.query.Sought;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says why nothing is shown, instead of the least bad. */
final class EmptyAnswer {

    static final String NOTHING_LEFT =
            "nothing is left: what is nearest is likelier something that must not show, or in a"
                    + " scene of another length, or what this is like itself";

    private EmptyAnswer() {}

    /**
     * Where nothing was searched.
     *
     * @param unknown streams that were asked for and are not there
     */
    static String noSamples(SearchModel model, Collection<String> unknown) {
        if (!unknown.isEmpty()) {
            return "there is no stream " + String.join(", nor ", unknown);
        }
        return "there are no samples of the model "
                + model.name()
                + " there; do the streams and times fit, and does the job write embeddings?";
    }

    /**
     * Why a question has no answer; empty if it has one. As a picture that is near to everything
     * may be the nearest to anything, some others may stand out, too.
     *
     * @param found the best first; the more samples are joined, the more may turn out to belong to
     *     what it is like
     * @param level evidence that stands out
     */
    static Optional<String> why(Sought sought, List<FoundInterval> found, double level) {
        if (found.isEmpty()) {
            return Optional.of(NOTHING_LEFT);
        }
        FoundInterval best =
                found.stream()
                        .limit(NearestPlaces.PLACES)
                        .max(Comparator.comparingDouble(each -> evidence(sought, each)))
                        .orElseThrow();
        if (evidence(sought, best) >= level) {
            return Optional.empty();
        }
        return Optional.of(
                String.format(
                        Locale.ROOT,
                        "nothing stands out: the best is %s in %s with a score of %.2f, and more"
                                + " than %.0f %% of unrelated sentences come nearer to some"
                                + " picture there",
                        time(best.peakMs()),
                        best.stream().streamId(),
                        sought.score(best.vector(), best.peak().cosine()),
                        100 * UnrelatedSentences.SHARE));
    }

    private static double evidence(Sought sought, FoundInterval interval) {
        return sought.evidence(interval.vector(), interval.peak().cosine());
    }

    private static String time(long ms) {
        Duration time = Duration.ofMillis(ms);
        return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
