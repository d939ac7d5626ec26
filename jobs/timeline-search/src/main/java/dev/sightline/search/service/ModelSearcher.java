// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import dev.sightline.search.http.Searcher;
import dev.sightline.search.moment.MomentSearch;
import dev.sightline.search.moment.ScoreCurve;
import dev.sightline.search.moment.SearchAnswer;
import dev.sightline.search.query.InvalidSearch;
import dev.sightline.search.query.SearchModels;
import dev.sightline.search.query.SearchRequest;
import java.io.IOException;

/**
 * Finds moments with the models of bundles.
 *
 * @param search what finds
 * @param models of the bundles
 */
record ModelSearcher(MomentSearch search, SearchModels models) implements Searcher {

    @Override
    public SearchAnswer search(SearchRequest request) throws IOException {
        return search.search(request);
    }

    @Override
    public ScoreCurve curve(SearchRequest request, String streamId, long epoch) throws IOException {
        return search.curve(request, streamId, epoch);
    }

    @Override
    public String modelName(String digest) {
        try {
            return models.model(digest).name();
        } catch (InvalidSearch e) {
            return digest; // of a model whose bundle is not here
        }
    }
}
