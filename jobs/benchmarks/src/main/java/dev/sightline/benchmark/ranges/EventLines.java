// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.ranges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;

/** Follows the events of a job, one a line in JSON, as {@code sightline --json} prints them. */
final class EventLines {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATUS = "video.stream-status.v1";

    private final DoubleSupplier cpuSeconds;
    private final Set<String> ids = new TreeSet<>();
    private long onlineNanos;
    private long endedNanos;
    private double onlineCpu;
    private double endedCpu;
    private boolean online;
    private boolean ended;

    /**
     * @param cpuSeconds tells what the job has taken so far
     */
    EventLines(DoubleSupplier cpuSeconds) {
        this.cpuSeconds = cpuSeconds;
    }

    /**
     * Takes a line.
     *
     * @param nanos when it came, by {@link System#nanoTime()}
     * @throws IOException if it is no JSON
     */
    void line(String line, long nanos) throws IOException {
        JsonNode event = JSON.readTree(line);
        if (event.path("topic").asText().equals(STATUS)) {
            status(event.path("data").path("state").asText(), nanos);
        }
        ids.add(event.path("id").asText());
    }

    private void status(String state, long nanos) {
        if (state.equals("online") && !online) {
            online = true;
            onlineNanos = nanos;
            onlineCpu = cpuSeconds.getAsDouble();
        } else if (state.equals("ended")) {
            ended = true;
            endedNanos = nanos;
            endedCpu = cpuSeconds.getAsDouble();
        }
    }

    /**
     * What the job did, from the event that says that the stream is there to the one that says that
     * it is over.
     *
     * @throws IOException if one of the two did not come
     */
    JobRun.Result result() throws IOException {
        if (!online || !ended) {
            throw new IOException("the job did not read the file to its end");
        }
        return new JobRun.Result((endedNanos - onlineNanos) / 1e9, endedCpu - onlineCpu, ids);
    }
}
