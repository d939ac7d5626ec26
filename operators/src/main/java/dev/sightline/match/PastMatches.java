// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.WrongMatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The latest matches of a stream, and those that users called wrong. Immutable; at most {@value
 * #MOST_TOLD} and {@value #MOST_WRONG} of 100 bytes and their names. Where there are more, a query
 * that has most of them gives its oldest, so that one that matches all day takes no room of others.
 *
 * @param told that nobody called wrong, oldest first
 * @param wrong that somebody did, oldest first; of one query at most {@value #MOST_OF_QUERY}
 */
record PastMatches(List<PastMatch> told, List<PastMatch> wrong) {

    static final PastMatches NONE = new PastMatches(List.of(), List.of());

    static final int MOST_TOLD = 64;
    static final int MOST_WRONG = 256;
    static final int MOST_OF_QUERY = 32;

    /** Takes the lists as they are. */
    PastMatches {
        told = List.copyOf(told);
        wrong = List.copyOf(wrong);
    }

    /**
     * With a phase of a match, which takes the place of its phases before.
     *
     * @param calledWrong whether somebody did, this time or when the stream was seen before
     */
    PastMatches with(PastMatch match, boolean calledWrong) {
        return calledWrong
                ? new PastMatches(without(told, match), ofQueries(with(wrong, match, MOST_WRONG)))
                : new PastMatches(with(told, match, MOST_TOLD), without(wrong, match));
    }

    /** With those matches called wrong, and no others. */
    PastMatches judged(Predicate<PastMatch> calledWrong) {
        PastMatches next = this;
        for (PastMatch match : wrong) {
            next = calledWrong.test(match) ? next : next.with(match, false);
        }
        for (PastMatch match : told) {
            next = calledWrong.test(match) ? next.with(match, true) : next;
        }
        return next;
    }

    private static List<PastMatch> without(List<PastMatch> matches, PastMatch match) {
        return matches.stream().filter(each -> !each.same(match)).toList();
    }

    private static List<PastMatch> with(List<PastMatch> matches, PastMatch match, int most) {
        List<PastMatch> next = new ArrayList<>(without(matches, match));
        next.add(match);
        return next.size() > most ? without(next, oldestOfMost(next)) : next;
    }

    private static PastMatch oldestOfMost(List<PastMatch> matches) {
        Map<String, Long> counts =
                matches.stream()
                        .collect(Collectors.groupingBy(PastMatch::queryId, Collectors.counting()));
        long most = Collections.max(counts.values());
        return matches.stream()
                .filter(match -> counts.get(match.queryId()) == most)
                .findFirst()
                .orElseThrow();
    }

    /** Of the query of the last one the latest. */
    private static List<PastMatch> ofQueries(List<PastMatch> matches) {
        String last = matches.get(matches.size() - 1).queryId();
        List<PastMatch> its = matches.stream().filter(each -> each.queryId().equals(last)).toList();
        return its.size() > MOST_OF_QUERY ? without(matches, its.get(0)) : matches;
    }

    static List<WrongMatch> evidence(List<PastMatch> matches) {
        return matches.stream().map(match -> new WrongMatch(match.evidence())).toList();
    }
}
