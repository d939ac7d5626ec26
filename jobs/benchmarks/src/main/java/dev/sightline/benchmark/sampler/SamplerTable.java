// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import dev.sightline.benchmark.process.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The figures of one video for people. First what the sampling takes, in CPU time, and how many
 * times less that is than the yardstick's; then the same with the start of the process.
 */
final class SamplerTable {

    private static final String HEADER =
            String.format(
                    "%-26s %7s %14s %7s %8s %8s | %8s %8s | %8s %9s %9s",
                    "program",
                    "CPU s",
                    "least..most",
                    "wall s",
                    "less",
                    "video/s",
                    "process",
                    "less",
                    "samples",
                    "off grid",
                    "misstated");

    private SamplerTable() {}

    static List<String> lines(EncodedVideo video, List<SamplerFigures> figures) {
        List<String> lines = new ArrayList<>();
        lines.add(caption(video));
        lines.add(HEADER);
        double sampling = yardstick(figures, SamplerFigures::cpuSeconds);
        double process = yardstick(figures, SamplerFigures::processCpuSeconds);
        for (SamplerFigures each : figures) {
            lines.add(
                    each.failure() == null
                            ? line(each, video, sampling, process)
                            : String.format("%-26s FAILED: %s", each.program(), each.failure()));
        }
        return lines;
    }

    private static String caption(EncodedVideo video) {
        return String.format(
                Locale.ROOT,
                "%n%s: %d frames, %.0f s, %d keyframes, at most %d frames apart, with %.0f %% of"
                        + " the bytes; %.0f %% of the frames are no one's reference",
                video.file().getFileName(),
                video.frames().size(),
                video.seconds(),
                video.keyframes(),
                video.longestGop(),
                100 * video.keyframeBytes(),
                100 * video.skippable());
    }

    /** CPU time of what all are compared with; not a number where it failed. */
    private static double yardstick(
            List<SamplerFigures> figures, Function<SamplerFigures, Spread> figure) {
        return figures.stream()
                .filter(each -> each.program().equals(SamplerPrograms.YARDSTICK))
                .filter(each -> each.failure() == null)
                .mapToDouble(each -> figure.apply(each).median())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String line(
            SamplerFigures figures, EncodedVideo video, double sampling, double process) {
        Spread cpu = figures.cpuSeconds();
        double whole = figures.processCpuSeconds().median();
        String line =
                String.format(
                        Locale.ROOT,
                        "%-26s %7.2f %14s %7.2f %7.2fx %8.1f | %8.2f %7.2fx |",
                        figures.program(),
                        cpu.median(),
                        String.format(Locale.ROOT, "%.2f..%.2f", cpu.least(), cpu.most()),
                        figures.wallSeconds().median(),
                        sampling / cpu.median(),
                        video.seconds() / cpu.median(),
                        whole,
                        process / whole);
        return figures.stamps() == null ? line : line + stamps(figures.stamps());
    }

    private static String stamps(StampErrors stamps) {
        return String.format(
                Locale.ROOT,
                " %8s %6.0f ms %6.0f ms",
                stamps.samples() + "/" + stamps.expected(),
                stamps.offGrid(),
                stamps.misstated());
    }
}
