// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.moment.ScoreCurve;
import dev.sightline.search.moment.SearchAnswer;
import dev.sightline.search.query.InvalidSearch;
import dev.sightline.search.query.SearchRequest;
import java.io.IOException;

/** Finds moments. Safe for use by several threads. */
public interface Searcher {

    /**
     * Finds moments.
     *
     * @throws InvalidSearch if the request makes no sense
     */
    SearchAnswer search(SearchRequest request) throws IOException;

    /**
     * How well each sample of an epoch answers.
     *
     * @throws InvalidSearch if the request makes no sense
     */
    ScoreCurve curve(SearchRequest request, String streamId, long epoch) throws IOException;

    /** The name of the model of a digest, or the digest where it is not known. */
    String modelName(String digest);
}
