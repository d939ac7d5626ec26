// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.source.ReaderMetrics;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressReporterTest {

    private final ProgressReporter reporter = new ProgressReporter();

    @BeforeEach
    @AfterEach
    void forgetOthers() {
        reporter.open(new MetricConfig());
    }

    private void reader(String stream, long position, long duration) {
        MetricGroup group = UnregisteredMetricsGroup.createOperatorMetricGroup();
        Gauge<String> name = () -> stream;
        Gauge<Long> place = () -> position;
        Gauge<Long> length = () -> duration;
        reporter.notifyOfAddedMetric(name, ReaderMetrics.STREAM, group);
        reporter.notifyOfAddedMetric(place, ReaderMetrics.POSITION, group);
        reporter.notifyOfAddedMetric(length, ReaderMetrics.DURATION, group);
    }

    @Test
    void showsAFileOnceHoweverManyReadersShareIt() {
        reader("long.mp4", 180_000, 600_000);
        reader("long.mp4", 95_000, 600_000);
        reader("long.mp4", 0, 0); // has just been opened: nothing is known of its range yet
        reader("other.mp4", 1000, 2000);
        reader("", 0, 0);
        assertThat(ProgressReporter.readings())
                .containsExactlyInAnyOrder(
                        new ProgressReporter.Reading("long.mp4", 95_000, 600_000),
                        new ProgressReporter.Reading("other.mp4", 1000, 2000));
    }
}
