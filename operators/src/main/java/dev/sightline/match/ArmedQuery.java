// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.Term;
import dev.sightline.event.QueryRequest;
import dev.sightline.video.StreamGlobs;
import java.util.List;
import java.util.stream.Stream;

/**
 * A query with its vectors.
 *
 * @param request what the user asked for
 * @param steps what to look for, one after the other; none with labels
 * @param labels classes to tell apart; none with steps
 * @param threshold evidence, or cosine where the user set one, that a stream of which nothing is
 *     known has to give
 * @param sequence of the control record that it came with; a higher one replaces a lower one
 */
public record ArmedQuery(
        QueryRequest request,
        List<ArmedStep> steps,
        List<Term> labels,
        ColdThreshold threshold,
        long sequence) {

    /**
     * What is told when a query is accepted.
     *
     * @param cosine on a picture that matches as much as most do; of the first step's main term
     * @param falseAlarmsPerDay expected there on one stream
     */
    public record ColdThreshold(double cosine, double falseAlarmsPerDay) {}

    /** Takes the lists as they are. */
    public ArmedQuery {
        steps = List.copyOf(steps);
        labels = List.copyOf(labels);
    }

    /** The same query, from another control record. */
    ArmedQuery at(long otherSequence) {
        return new ArmedQuery(request, steps, labels, threshold, otherSequence);
    }

    /** Whether the query is for a stream. */
    public boolean appliesTo(String streamId) {
        return new StreamGlobs(request.streams()).include(streamId);
    }

    /** All terms: step by step, or the labels. */
    List<Term> terms() {
        return Stream.concat(steps.stream().flatMap(step -> step.terms().stream()), labels.stream())
                .toList();
    }

    /** Tells what is looked for from other things; the same for the same terms. */
    long fingerprint() {
        long all = 1;
        for (Term term : terms()) {
            all = 31 * all + term.id();
        }
        return all;
    }

    /** How many things are followed, each with a tracker of its own: steps or labels. */
    int tracks() {
        return Math.max(steps.size(), labels.size());
    }
}
