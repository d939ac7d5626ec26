// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.video.source.ReaderMetrics;
import java.util.ArrayList;
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
     * @param positionMs milliseconds of it that were read
     * @param durationMs its length, 0 if not known
     */
    record Reading(String streamId, long positionMs, long durationMs) {}

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

    /** The files that are being read. */
    static List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        for (Map<String, Metric> reader : TASKS.values()) {
            String streamId = (String) value(reader, ReaderMetrics.STREAM, "");
            if (!streamId.isEmpty()) {
                readings.add(
                        new Reading(
                                streamId,
                                (Long) value(reader, ReaderMetrics.POSITION, 0L),
                                (Long) value(reader, ReaderMetrics.DURATION, 0L)));
            }
        }
        return readings;
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
