// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import dev.sightline.clip.ModelException;
import dev.sightline.search.http.Health;
import dev.sightline.search.ingest.IngestProgress;
import dev.sightline.search.ingest.TopicIngest;
import dev.sightline.search.query.SearchModels;
import dev.sightline.search.query.StandingQueries;
import java.util.ArrayList;
import java.util.List;

/**
 * What of the service does not work.
 *
 * @param models that it asks with
 * @param ingest that reads the topics
 * @param queries that stand
 */
record ServiceHealth(SearchModels models, TopicIngest ingest, StandingQueries queries)
        implements Health {

    @Override
    public List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        IngestProgress progress = ingest.progress();
        String reading = progress.problem();
        String following = queries.problem();
        if (reading != null || following != null) {
            troubles.add(new Trouble("kafka", reading == null ? following : reading));
        }
        if (progress.indexProblem() != null) {
            troubles.add(new Trouble("index", progress.indexProblem()));
        }
        try {
            models.model(null);
        } catch (ModelException e) {
            troubles.add(new Trouble("model", e.getMessage()));
        }
        return troubles;
    }
}
