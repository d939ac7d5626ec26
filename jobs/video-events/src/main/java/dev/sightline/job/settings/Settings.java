// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import dev.sightline.clip.ModelSettings;
import dev.sightline.event.QueryRequest;
import dev.sightline.picture.PictureSettings;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All settings, checked.
 *
 * @param video what to read
 * @param streams live streams to watch
 * @param model the model
 * @param inFlight most samples of one task that wait for vectors
 * @param minSceneLength scene changes closer than this are merged
 * @param queries queries that are armed from the first sample on
 * @param pictures where pictures of events go
 * @param kafka where events go
 * @param job how the job runs
 * @param effective every setting with its value, secrets masked, for the log
 */
public record Settings(
        VideoSettings video,
        StreamSettings streams,
        ModelSettings model,
        int inFlight,
        Duration minSceneLength,
        List<QueryRequest> queries,
        PictureSettings pictures,
        KafkaSettings kafka,
        JobSettings job,
        Map<String, String> effective)
        implements Serializable {

    /** The effective values, one a line. */
    public String describe() {
        StringBuilder text = new StringBuilder();
        effective.forEach(
                (key, value) ->
                        text.append("  ")
                                .append(key)
                                .append(": ")
                                .append(value)
                                .append(System.lineSeparator()));
        return text.toString();
    }
}
