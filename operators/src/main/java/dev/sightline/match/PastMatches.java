// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.WrongMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The latest matches of a stream, and those that users called wrong. Immutable; at most {@value
 * #MOST_TOLD} and {@value #MOST_WRONG} of 100 bytes and their names.
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

    /** With a phase of a match, which takes the place of its phases before. */
    PastMatches with(PastMatch match) {
        if (wrong.stream().anyMatch(match::same)) {
            return new PastMatches(told, appended(wrong, match, MOST_WRONG));
        }
        return new PastMatches(appended(told, match, MOST_TOLD), wrong);
    }

    /** With those matches called wrong. */
    PastMatches wrong(Predicate<PastMatch> which) {
        PastMatches next = this;
        for (PastMatch match : told) {
            if (which.test(match)) {
                next = next.moved(match);
            }
        }
        return next;
    }

    private PastMatches moved(PastMatch match) {
        List<PastMatch> others = told.stream().filter(each -> each != match).toList();
        List<PastMatch> more = appended(wrong, match, MOST_WRONG);
        List<PastMatch> its =
                more.stream().filter(each -> each.queryId().equals(match.queryId())).toList();
        if (its.size() > MOST_OF_QUERY) {
            more.remove(its.get(0));
        }
        return new PastMatches(others, more);
    }

    /** With that taken back. */
    PastMatches right(Predicate<PastMatch> which) {
        PastMatches next = new PastMatches(told, wrong.stream().filter(which.negate()).toList());
        for (PastMatch match : wrong) {
            if (which.test(match)) {
                next = next.with(match);
            }
        }
        return next;
    }

    private static List<PastMatch> appended(List<PastMatch> matches, PastMatch match, int most) {
        List<PastMatch> next = new ArrayList<>(matches);
        next.removeIf(match::same);
        next.add(match);
        return next.size() > most ? next.subList(1, next.size()) : next;
    }

    /** The wrong matches of a query as it is now, oldest first. */
    List<PastMatch> wrongOf(ArmedQuery query) {
        return wrong.stream().filter(match -> match.isOf(query)).toList();
    }

    static List<WrongMatch> evidence(List<PastMatch> matches) {
        return matches.stream().map(match -> new WrongMatch(match.evidence())).toList();
    }
}
