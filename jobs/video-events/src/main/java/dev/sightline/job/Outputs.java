// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import dev.sightline.event.EmbeddingEvent;
import dev.sightline.event.ErrorEvent;
import dev.sightline.event.QueryMatch;
import dev.sightline.event.QueryStatus;
import dev.sightline.event.SceneChange;
import dev.sightline.event.StreamStatus;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Where each kind of event goes.
 *
 * @param sceneChanges takes scene changes
 * @param matches takes phases of matches
 * @param status takes what becomes of streams
 * @param embeddings takes vectors, or null if they are not wanted
 * @param errors takes what could not be processed
 * @param queryStatus takes what becomes of queries
 */
public record Outputs(
        Consumer<DataStream<SceneChange>> sceneChanges,
        Consumer<DataStream<QueryMatch>> matches,
        Consumer<DataStream<StreamStatus>> status,
        Consumer<DataStream<EmbeddingEvent>> embeddings,
        Consumer<DataStream<ErrorEvent>> errors,
        Consumer<DataStream<QueryStatus>> queryStatus) {}
