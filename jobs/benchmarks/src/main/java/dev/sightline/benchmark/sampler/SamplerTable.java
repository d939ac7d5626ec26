// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import dev.sightline.benchmark.process.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of one video for people. */
final class SamplerTable {

    private static final String HEADER =
            String.format(
                    "%-26s %8s %17s %8s %7s %7s %9s %9s %9s",
                    "program",
                    "CPU s",
                    "least..most",
                    "wall s",
                    "less",
                    "video/s",
                    "samples",
                    "off grid",
                    "misstated");

    private SamplerTable() {}

    /**
     * @param startSeconds CPU time of the start by program; none where it is nothing to speak of
     */
    static List<String> lines(
            EncodedVideo video, List<SamplerFigures> figures, Map<String, Double> startSeconds) {
        List<String> lines = new ArrayList<>();
        lines.add(caption(video));
        lines.add(HEADER);
        double yardstick = yardstick(figures);
        for (SamplerFigures each : figures) {
            lines.add(line(each, video, yardstick));
        }
        startSeconds.forEach(
                (program, seconds) ->
                        lines.add(
                                String.format(
                                        Locale.ROOT,
                                        "  of %s, its start: %.2f CPU s",
                                        program,
                                        seconds)));
        return lines;
    }

    private static String caption(EncodedVideo video) {
        return String.format(
                Locale.ROOT,
                "%n%s: %d frames, %.0f s, keyframes at most %d frames apart, %.0f %% of the frames"
                        + " are no one's reference",
                video.file().getFileName(),
                video.frames().size(),
                video.seconds(),
                video.longestGop(),
                100 * video.skippable());
    }

    /** CPU time of what all are compared with; not a number where it failed. */
    private static double yardstick(List<SamplerFigures> figures) {
        return figures.stream()
                .filter(each -> each.program().equals(SamplerPrograms.YARDSTICK))
                .filter(each -> each.failure() == null)
                .mapToDouble(each -> each.cpuSeconds().median())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String line(SamplerFigures figures, EncodedVideo video, double yardstick) {
        if (figures.failure() != null) {
            return String.format("%-26s FAILED: %s", figures.program(), figures.failure());
        }
        Spread cpu = figures.cpuSeconds();
        String line =
                String.format(
                        Locale.ROOT,
                        "%-26s %8.2f %17s %8.2f %6.2fx %7.1f",
                        figures.program(),
                        cpu.median(),
                        String.format(Locale.ROOT, "%.2f..%.2f", cpu.least(), cpu.most()),
                        figures.wallSeconds().median(),
                        yardstick / cpu.median(),
                        video.seconds() / cpu.median());
        return figures.stamps() == null ? line : line + stamps(figures.stamps());
    }

    private static String stamps(StampErrors stamps) {
        return String.format(
                Locale.ROOT,
                " %9s %6.0f ms %6.0f ms",
                stamps.samples() + "/" + stamps.expected(),
                stamps.offGrid(),
                stamps.misstated());
    }
}
