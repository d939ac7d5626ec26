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
import java.util.stream.Stream;

/**
 * The whole job, with a Kafka of its own, in a process of its own.
 *
 * @param launcher the {@code sightline} command
 * @param video what it reads
 * @param rangeLength how much of it one slot reads at a time at least
 */
record JobRun(Path launcher, Path video, Duration rangeLength) {

    /**
     * What came of a run.
     *
     * @param seconds from the first event to the last one of the stream; the start of the processes
     *     and of the model lies before
     * @param cpuSeconds of all its processes in that time
     * @param ids of all events but those of embeddings
     */
    record Result(double seconds, double cpuSeconds, Set<String> ids) {

        Result {
            ids = Set.copyOf(ids);
        }

        /** How many cores were busy with it. */
        double cores() {
            return cpuSeconds / seconds;
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
            EventLines events = new EventLines(() -> cpuSeconds(process));
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

    /** Of the process and what it has started, as long as that runs. */
    private static double cpuSeconds(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .mapToDouble(taken -> taken.toMillis() / 1e3)
                .sum();
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
                // Whether it can be searched, too, is another process's work.
                "--search=false",
                "--pictures=off");
    }
}
