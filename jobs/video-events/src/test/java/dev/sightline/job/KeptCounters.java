// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Counters of all jobs since the last reset, also when they have ended and their cluster is gone.
 */
public final class KeptCounters implements MetricReporter, MetricReporterFactory {

    /** By name; Flink makes the reporter, so they are static. */
    private static final Map<String, Queue<Counter>> COUNTERS = new ConcurrentHashMap<>();

    static void reset(Configuration configuration) {
        COUNTERS.clear();
        configuration.setString("metrics.reporters", "kept");
        configuration.setString(
                "metrics.reporter.kept.factory.class", KeptCounters.class.getName());
    }

    static long sum(String name) {
        return COUNTERS.getOrDefault(name, new ConcurrentLinkedQueue<>()).stream()
                .mapToLong(Counter::getCount)
                .sum();
    }

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        return this;
    }

    @Override
    public void open(MetricConfig config) {
        // Nothing to open.
    }

    @Override
    public void close() {
        // The counters stay.
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (metric instanceof Counter counter) {
            COUNTERS.computeIfAbsent(name, unused -> new ConcurrentLinkedQueue<>()).add(counter);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        // What has ended still counts.
    }
}
