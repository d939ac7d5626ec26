// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.ranges;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The whole job, with a Kafka of its own, in a process of its own.
 *
 * @param launcher the {@code sightline} command
 * @param video what it reads
 * @param rangeLength how much of it one slot reads at a time
 */
record JobRun(Path launcher, Path video, Duration rangeLength) {

    /**
     * What came of a run.
     *
     * @param seconds from the first event to the last one of the stream; the start of the processes
     *     and of the model lies before
     * @param ids of all events but those of embeddings
     */
    record Result(double seconds, Set<String> ids) {

        Result {
            ids = Set.copyOf(ids);
        }
    }

    /**
     * Runs it to its end.
     *
     * @param slots each has one decoder thread and one thread of the model
     * @throws IOException if it does not read the file to its end
     */
    Result run(int slots) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("sightline-ranges", ".err");
        Process process = new ProcessBuilder(command(slots)).redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            EventLines events = new EventLines();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                events.line(line, System.nanoTime());
            }
            if (process.waitFor() != 0) {
                throw new IOException("the job failed: " + Files.readString(errors).strip());
            }
            return events.result();
        } finally {
            process.destroy();
            Files.delete(errors);
        }
    }

    private List<String> command(int slots) {
        return List.of(
                launcher.toString(),
                "demo",
                "--json",
                "--source=" + video,
                "--parallelism=" + slots,
                "--decoder-threads=1",
                "--model-threads=" + slots,
                "--range-length=" + rangeLength.toSeconds() + "s",
                // Events come when they are there, not with the next checkpoint.
                "--delivery=at-least-once",
                "--pictures=off");
    }
}
