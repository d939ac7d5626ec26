// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.EventFactory;
import dev.sightline.event.EventId;
import dev.sightline.event.QueryMatch;
import dev.sightline.event.TimeBlock;
import dev.sightline.video.StreamRef;
import java.io.Serializable;
import java.util.Locale;

/** Writes the phases of matches as events. */
record MatchEvents(EventFactory events) implements Serializable {

    QueryMatch event(ToldMatch told) {
        ArmedQuery query = told.query();
        StreamRef stream = told.stream();
        MatchPhase phase = told.phase();
        MatchInterval interval = phase.interval();
        Peak peak = interval.peak();
        boolean labelled = told.label() != null;
        QueryMatch.QueryBlock block =
                new QueryMatch.QueryBlock(
                        query.request().id(), query.request().version(), query.request().text());
        String before = told.picture().matchId();
        String matchId =
                before != null ? before : events.matchId(stream, block, interval.start().pts());
        return new QueryMatch(
                events.header(
                        EventId.ofMatchPhase(matchId, word(phase.phase()), phase.number()),
                        stream,
                        interval.end()),
                events.common(stream, interval.end()),
                matchId,
                word(phase.phase()),
                block,
                TimeBlock.of(interval.start()),
                TimeBlock.of(peak.time()),
                TimeBlock.of(interval.end()),
                peak.cosine(),
                peak.meaning().score(),
                labelled ? null : peak.meaning().threshold(),
                peak.meaning().falseAlarmsPerDay(),
                interval.samples(),
                null,
                phase.closeReason() == null ? null : word(phase.closeReason()),
                told.label(),
                labelled ? peak.evidence() : null);
    }

    /** The id that the events of a match carry. */
    String id(PastMatch match) {
        QueryMatch.QueryBlock block =
                new QueryMatch.QueryBlock(match.queryId(), match.version(), "");
        return events.matchId(match.stream(), block, match.startPts());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
