// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.Scene;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.search.timeline.TimelineEvent;
import dev.sightline.video.StreamRef;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Keeps what the topics said, on disk, and finds it again. An embedded one is in this package; a
 * server such as OpenSearch or pgvector can take its place. Safe for use by several threads; what
 * is read while another thread writes is as of before or after that write.
 */
public interface TimelineIndex extends AutoCloseable {

    /**
     * Takes events, and how far the topics were read with them, in one step: a process that is
     * killed has either both or none. An event takes the place of the one of the same id; a phase
     * of a match does not take the place of a later one. They are found once this returns.
     *
     * @param positions of each partition the offset of the record to be read next
     * @throws IOException if the disk is full or broken; nothing of the call was taken then
     */
    void write(List<TimelineEvent> events, Map<TopicPosition, Long> positions) throws IOException;

    /** How far the topics were read; empty at first. */
    Map<TopicPosition, Long> positions();

    /** All streams that there is anything of, by id. */
    List<StreamSummary> streams() throws IOException;

    /** One of these. */
    Optional<StreamSummary> stream(String streamId) throws IOException;

    /** An epoch of a stream. */
    Optional<Timeline> timeline(String streamId, long epoch) throws IOException;

    /** The scenes of its timeline alone, which may take less; none where there is no such epoch. */
    default List<Scene> scenes(String streamId, long epoch) throws IOException {
        return timeline(streamId, epoch).map(Timeline::scenes).orElse(List.of());
    }

    /** The stream as an epoch has it, which may take less, too. */
    default Optional<StreamRef> streamRef(String streamId, long epoch) throws IOException {
        return timeline(streamId, epoch).map(Timeline::stream);
    }

    /** Digests of the models of which there are vectors, with their dimension. */
    Map<String, Integer> models() throws IOException;

    /**
     * The samples nearest to a vector, the nearest first; of equally near ones the one of the
     * smaller id.
     *
     * @param digest of the model that made the vector; samples of others are left out
     * @param vector unit vector
     * @param limit how many at most, 1 to 10,000
     */
    List<ScoredSample> nearest(String digest, float[] vector, SampleFilter filter, int limit)
            throws IOException;

    /** How many samples of a model pass. */
    long count(String digest, SampleFilter filter) throws IOException;

    /**
     * Shows all samples of a model that pass, each stream's epochs in their order and the samples
     * of an epoch by time, those of one moment by their number. A sample's vector is not to be kept
     * past the call.
     */
    void forEach(String digest, SampleFilter filter, Consumer<IndexedSample> visitor)
            throws IOException;

    /**
     * Shows some samples of a model that pass, in any order: each with the same chance, so that
     * cameras that take turns are all among them. A sample's vector is not to be kept past the
     * call.
     *
     * @param oneIn of so many about one, 1 for all
     * @return how many were shown
     */
    default long forSome(
            String digest, SampleFilter filter, int oneIn, Consumer<IndexedSample> visitor)
            throws IOException {
        Random chance = new Random(oneIn);
        AtomicLong shown = new AtomicLong();
        forEach(
                digest,
                filter,
                sample -> {
                    if (chance.nextInt(oneIn) == 0) {
                        visitor.accept(sample);
                        shown.incrementAndGet();
                    }
                });
        return shown.get();
    }

    /** A sample by its id. */
    Optional<IndexedSample> sample(String id) throws IOException;

    /** A scene change or a match by its id. */
    Optional<TimelineEvent> event(String id) throws IOException;

    /** URI of the picture of a sample, a scene change or a match, by its id. */
    Optional<String> picture(String id) throws IOException;

    /** Deletes all that there is of streams; it is gone from the disk soon after. */
    void delete(Set<String> streamIds) throws IOException;

    /**
     * Deletes what is older: by wall time, and where there is none by the time it was ingested. It
     * is not found any more, and is gone from the disk within about a day.
     *
     * @param limits with each the streams that it is for; an empty set for all
     * @return how many samples and events were deleted
     */
    long deleteOlderThan(Map<Instant, Set<String>> limits) throws IOException;

    @Override
    void close() throws IOException;
}
