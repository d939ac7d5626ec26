// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.Reading;
import dev.sightline.calibration.StreamCalibration;
import dev.sightline.calibration.TermBackground;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The queries that are for one stream, with what is usual there for each term. The vectors are
 * those of all queries, which streams share; of its own it has where its queries are among them.
 */
final class StreamQueries {

    private final ActiveQueries all;
    private final int[] queries;
    private final int[] firstRows;
    private final int[] terms;
    private final TermBackground[] backgrounds;
    private long generation = -1;
    private int prepared;

    StreamQueries(ActiveQueries all, String streamId) {
        this.all = all;
        queries =
                IntStream.range(0, all.queries().size())
                        .filter(query -> all.queries().get(query).appliesTo(streamId))
                        .toArray();
        terms =
                IntStream.of(queries)
                        .flatMap(query -> IntStream.range(all.firstRow(query), all.endRow(query)))
                        .toArray();
        firstRows = new int[queries.length];
        for (int i = 1; i < queries.length; i++) {
            int before = queries[i - 1];
            firstRows[i] = firstRows[i - 1] + all.endRow(before) - all.firstRow(before);
        }
        backgrounds = new TermBackground[terms.length];
    }

    /** Whether it was made of these. */
    boolean isOf(ActiveQueries others) {
        return all == others;
    }

    /** How many there are. */
    int count() {
        return queries.length;
    }

    /** One of them, in an order of their own. */
    ArmedQuery query(int index) {
        return all.queries().get(queries[index]);
    }

    /** Where the scores of a query's terms begin. */
    int firstRow(int index) {
        return firstRows[index];
    }

    SampleScores scores(float[] vector, Reading reading, StreamCalibration calibration) {
        if (generation != calibration.generation()) {
            generation = calibration.generation();
            calibration.retain(termIds());
            for (int row = 0; row < backgrounds.length; row++) {
                backgrounds[row] = calibration.background(all.terms().get(terms[row]));
            }
        }
        return new SampleScores(all.cosines(vector, terms), backgrounds, reading);
    }

    private Set<Long> termIds() {
        return IntStream.of(terms)
                .mapToObj(term -> all.terms().get(term).id())
                .collect(Collectors.toSet());
    }

    /**
     * Compares a share of the terms with those pictures of the stream that count soon; to be called
     * once for each sample, when the stream's calibration has learnt it.
     */
    void prepare(StreamCalibration calibration) {
        int samples = calibration.samplesToPrepare();
        if (samples == 0) {
            prepared = 0;
            return;
        }
        int share = (terms.length - prepared + samples - 1) / samples;
        for (int end = prepared + share; prepared < end; prepared++) {
            calibration.prepare(all.terms().get(terms[prepared]));
        }
    }

    /** How many terms have been compared with these. */
    int prepared() {
        return prepared;
    }
}
