// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** What Flink tells of the checkpoints of the latest job in this process. Thread-safe. */
public final class Checkpoints implements MetricReporter, MetricReporterFactory {

    private static final String NAME = "checkpoints";
    private static final String ID = "lastCompletedCheckpointId";
    private static final String SIZE = "lastCheckpointFullSize";

    /** By name; Flink makes the reporter, so they are static. */
    private static final Map<String, Gauge<?>> GAUGES = new ConcurrentHashMap<>();

    /** Makes a job tell of its checkpoints. */
    static void follow(Configuration configuration) {
        GAUGES.clear();
        configuration.set(MetricOptions.REPORTERS_LIST, NAME);
        MetricOptions.forReporter(configuration, NAME)
                .set(MetricOptions.REPORTER_FACTORY_CLASS, Checkpoints.class.getName());
    }

    /** The id of the last one that was completed; 0 or less if none was. */
    static long last() {
        return value(ID);
    }

    /** Bytes of state in the last one that was completed. */
    static long lastBytes() {
        return value(SIZE);
    }

    private static long value(String name) {
        Gauge<?> gauge = GAUGES.get(name);
        return gauge == null ? 0 : ((Number) gauge.getValue()).longValue();
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
        // Nothing is open.
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (metric instanceof Gauge<?> gauge && (name.equals(ID) || name.equals(SIZE))) {
            GAUGES.put(name, gauge);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        // The next job has gauges of its own.
    }
}
