// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.OnnxTextEncoder;
import dev.sightline.clip.QueryTextEncoder;
import dev.sightline.event.QueryRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.flink.util.FileUtils;

/**
 * A day, its job and its files from begin to end.
 *
 * @param bundle arms the queries
 * @param run what is measured
 * @param seed decides what happens
 */
record Simulation(ModelBundle bundle, DayRun run, long seed) {

    private static final int CHANNELS = 3;
    private static final double ALARM_BUDGET = 1;

    private static final List<QueryRequest> QUERIES =
            List.of(
                    QueryRequest.ofText("cat", "a cat", ALARM_BUDGET),
                    QueryRequest.ofText("car", "a red car", ALARM_BUDGET));

    /**
     * Runs it.
     *
     * @param encoder makes the encoder that knows the vectors of the queries
     * @param measured is told of each measurement
     */
    List<Measurement> measure(
            Function<float[][], StubEncoder> encoder, Consumer<Measurement> measured)
            throws Exception {
        StubEncoder stub = encoder.apply(vectors());
        Path folder = Files.createTempDirectory("sightline-day");
        String streamId = folder.getFileName().toString();
        int pictureBytes = CHANNELS * bundle.geometry().width() * bundle.geometry().height();
        try (Day day = new Day(streamId, seed, run.step(), QUERIES.size(), pictureBytes)) {
            return run.of(day, new DayJob(bundle, folder, streamId, QUERIES, stub), measured);
        } finally {
            // The cluster may still be deleting its checkpoints, which this one bears.
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    private float[][] vectors() {
        try (OnnxTextEncoder tower = new OnnxTextEncoder(bundle)) {
            QueryTextEncoder encoder = new QueryTextEncoder(tower, bundle.templates());
            return QUERIES.stream()
                    .map(query -> encoder.encode(query.text()))
                    .toArray(float[][]::new);
        }
    }
}
