// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import dev.sightline.event.EventFactory;
import dev.sightline.event.ModelEvents;
import dev.sightline.event.QueryEvents;
import dev.sightline.match.ArmingSettings;
import dev.sightline.match.InitialQueries;
import dev.sightline.picture.PictureSettings;
import dev.sightline.scene.SceneSettings;
import java.time.Duration;

/**
 * What the stages of the topology have to know.
 *
 * @param arming what queries are armed with
 * @param inFlight most samples of one task that wait for vectors
 * @param scenes of the scene detector
 * @param queries that stand when the job is submitted
 * @param streamEvents builds events about streams
 * @param queryEvents builds events about queries
 * @param pictures where pictures of events go
 * @param heartbeat time between two heartbeats of a live stream
 * @param clockDrift a drift of a live stream's clock that is told
 */
public record Plan(
        ArmingSettings arming,
        int inFlight,
        SceneSettings scenes,
        InitialQueries queries,
        EventFactory streamEvents,
        QueryEvents queryEvents,
        PictureSettings pictures,
        Duration heartbeat,
        Duration clockDrift) {

    /** Builds events about the processes that run the model. */
    ModelEvents modelEvents() {
        return new ModelEvents(streamEvents.model(), streamEvents.producer());
    }
}
