// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import dev.sightline.event.EventFactory;
import dev.sightline.event.QueryEvents;
import dev.sightline.event.QueryRequest;
import dev.sightline.picture.PictureSettings;
import dev.sightline.scene.SceneSettings;
import java.time.Duration;
import java.util.List;

/**
 * What the stages of the topology have to know.
 *
 * @param modelPath folder of the model bundle
 * @param interval distance of samples
 * @param inFlight most samples of one task that wait for vectors
 * @param scenes of the scene detector
 * @param queries followed from the first sample on
 * @param streamEvents builds events about streams
 * @param queryEvents builds events about queries
 * @param pictures where pictures of events go
 */
public record Plan(
        String modelPath,
        Duration interval,
        int inFlight,
        SceneSettings scenes,
        List<QueryRequest> queries,
        EventFactory streamEvents,
        QueryEvents queryEvents,
        PictureSettings pictures) {}
