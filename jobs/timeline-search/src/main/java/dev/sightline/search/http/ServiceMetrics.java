// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** All numbers that the service tells of itself. */
public final class ServiceMetrics {

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private final Counter searches =
            Counter.builder("sightline.search.searches")
                    .description("Searches that were answered.")
                    .register(registry);

    void searched() {
        searches.increment();
    }

    /** A request was answered. */
    void answered(String method, String route, int status, Duration took) {
        Timer.builder("sightline.search.requests")
                .description("Requests by route and status, and how long they took.")
                .tag("method", method)
                .tag("route", route)
                .tag("status", String.valueOf(status))
                .register(registry)
                .record(took);
    }

    /** Samples in the index, all streams together; fails to NaN if the index cannot be read. */
    public void samples(Supplier<Number> count) {
        gauge("sightline.search.samples", "Samples in the index.", count);
    }

    /** Pages that watch the live feed. */
    public void listeners(Supplier<Number> count) {
        gauge("sightline.search.listeners", "Pages that watch the live feed.", count);
    }

    /** Videos that are being converted for browsers. */
    public void converting(Supplier<Number> count) {
        gauge("sightline.search.converting", "Videos being converted for browsers.", count);
    }

    /** Records of the topics that are not read yet; -1 if unknown. */
    public void behind(Supplier<Number> count) {
        gauge("sightline.search.behind", "Records that are not read yet; -1 if unknown.", count);
    }

    /** Records that were read into the index. */
    public <T> void records(T source, ToDoubleFunction<T> count) {
        FunctionCounter.builder("sightline.search.records", source, count)
                .description("Records read into the index.")
                .register(registry);
    }

    /** Records that could not be understood. */
    public <T> void malformed(T source, ToDoubleFunction<T> count) {
        FunctionCounter.builder("sightline.search.malformed", source, count)
                .description("Records that could not be understood.")
                .register(registry);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    /** As Prometheus reads it. */
    String text() {
        return registry.scrape();
    }
}
