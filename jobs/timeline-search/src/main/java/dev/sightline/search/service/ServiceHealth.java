// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import dev.sightline.clip.ModelException;
import dev.sightline.search.http.Health;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.ingest.TopicIngest;
import dev.sightline.search.query.SearchModels;
import dev.sightline.search.query.StandingQueries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What of the service does not work.
 *
 * @param index where it searches
 * @param models that it asks with
 * @param ingest that reads the topics
 * @param queries that stand
 */
record ServiceHealth(
        TimelineIndex index, SearchModels models, TopicIngest ingest, StandingQueries queries)
        implements Health {

    @Override
    public List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        String reading = ingest.progress().problem();
        String following = queries.problem();
        if (reading != null || following != null) {
            troubles.add(new Trouble("kafka", reading == null ? following : reading));
        }
        try {
            index.streams();
        } catch (IOException e) {
            troubles.add(new Trouble("index", String.valueOf(e.getMessage())));
        }
        try {
            models.model(null);
        } catch (ModelException e) {
            troubles.add(new Trouble("model", e.getMessage()));
        }
        return troubles;
    }
}
