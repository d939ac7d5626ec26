// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.video.source.ReaderMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Takes the metrics of readers and of pictures out of a job that runs in this process, to show its
 * progress and to sum it up.
 */
public final class ProgressReporter implements MetricReporter, MetricReporterFactory {

    /**
     * One file that is being read.
     *
     * @param streamId its stream
     * @param positionMs how far all of it is read, in milliseconds
     * @param durationMs its length, 0 if not known
     */
    record Reading(String streamId, long positionMs, long durationMs) {

        /** Of two ranges of a file; one that has read nothing yet tells nothing. */
        private Reading joined(Reading other) {
            if (positionMs == 0 || other.positionMs == 0) {
                return positionMs == 0 ? other : this;
            }
            return new Reading(
                    streamId,
                    Math.min(positionMs, other.positionMs),
                    Math.max(durationMs, other.durationMs));
        }
    }

    /**
     * Metrics by their task, and by name within it; Flink makes the reporter, so they are static.
     */
    private static final Map<MetricGroup, Map<String, Metric>> TASKS = new ConcurrentHashMap<>();

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        return this;
    }

    @Override
    public void open(MetricConfig config) {
        TASKS.clear();
    }

    @Override
    public void close() {
        // The last values stay, for the summary.
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (name.startsWith("video.") || name.startsWith("pictures.")) {
            TASKS.computeIfAbsent(group, unused -> new ConcurrentHashMap<>()).put(name, metric);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        // Counters of tasks that have ended still count.
    }

    /** The files that are being read, each once, whether or not several readers share it. */
    static List<Reading> readings() {
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (Map<String, Metric> reader : TASKS.values()) {
            String streamId = (String) value(reader, ReaderMetrics.STREAM, "");
            if (!streamId.isEmpty()) {
                Reading reading =
                        new Reading(
                                streamId,
                                (Long) value(reader, ReaderMetrics.POSITION, 0L),
                                (Long) value(reader, ReaderMetrics.DURATION, 0L));
                readings.merge(streamId, reading, Reading::joined);
            }
        }
        return List.copyOf(readings.values());
    }

    /** Sum of a counter over all tasks. */
    static long sum(String counter) {
        return TASKS.values().stream()
                .map(reader -> reader.get(counter))
                .filter(Counter.class::isInstance)
                .mapToLong(metric -> ((Counter) metric).getCount())
                .sum();
    }

    private static Object value(Map<String, Metric> reader, String name, Object otherwise) {
        return reader.get(name) instanceof Gauge<?> gauge ? gauge.getValue() : otherwise;
    }
}
