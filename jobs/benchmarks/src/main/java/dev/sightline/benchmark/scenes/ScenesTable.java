// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The evaluation for people: one table for all videos, and one line for each set of them. */
final class ScenesTable {

    private static final String HEADER =
            String.format(
                    "%-24s %6s %6s %6s %6s %6s | %5s %5s %5s | %7s %5s | %8s %7s %7s %7s",
                    "program", "F1 0f", "F1 1f", "F1 .5s", "prec.", "recall", "flash", "whip",
                    "wrong", "gradual", "false", "CPU s", "start", "GOP<=2s", "longer");

    private ScenesTable() {}

    /** The lines of the table. */
    static List<String> lines(List<Evaluation> evaluations, List<Video> videos) {
        Stream<String> all = table("all", evaluations, videos, video -> true);
        List<String> sets = videos.stream().map(Video::set).distinct().toList();
        Stream<String> each =
                sets.size() < 2
                        ? Stream.of()
                        : sets.stream()
                                .flatMap(
                                        set ->
                                                table(
                                                        set,
                                                        evaluations,
                                                        videos,
                                                        video -> video.set().equals(set)));
        return Stream.of(each, all, failures(evaluations)).flatMap(lines -> lines).toList();
    }

    private static Stream<String> table(
            String title,
            List<Evaluation> evaluations,
            List<Video> videos,
            Predicate<Video> which) {
        List<Video> chosen = videos.stream().filter(which).toList();
        long cuts = chosen.stream().mapToLong(video -> video.truth().cuts().size()).sum();
        long frames = chosen.stream().mapToLong(video -> video.times().frames()).sum();
        String caption =
                String.format(
                        "%n%s: %d videos, %d frames, %d cuts", title, chosen.size(), frames, cuts);
        return Stream.concat(
                Stream.of(caption, HEADER),
                evaluations.stream().map(evaluation -> line(evaluation, which)));
    }

    private static String line(Evaluation evaluation, Predicate<Video> which) {
        Score score = evaluation.score(which);
        Counts counts = score.oneFrame();
        double inside = evaluation.cpuSeconds(which);
        boolean all = evaluation.videos().stream().allMatch(each -> which.test(each.video()));
        return String.format(
                Locale.ROOT,
                "%-24s %6.1f %6.1f %6.1f %6.1f %6.1f | %5d %5d %5d | %7s %5d | %8.2f %7.2f %7.2f"
                        + " %7.2f",
                evaluation.program(),
                100 * score.exact().f1(),
                100 * counts.f1(),
                100 * score.halfSecond().f1(),
                100 * counts.precision(),
                100 * counts.recall(),
                score.lured("flash"),
                score.lured("whip_pan"),
                counts.wrong(),
                score.gradualsNamed() + "/" + score.gradualsSeen() + "/" + score.graduals(),
                score.gradualsWrong(),
                all ? evaluation.cpuSeconds() : inside,
                evaluation.startSeconds(),
                evaluation.cpuSeconds(which.and(Video::shortGop)),
                evaluation.cpuSeconds(which.and(video -> !video.shortGop())));
    }

    private static Stream<String> failures(List<Evaluation> evaluations) {
        return evaluations.stream()
                .flatMap(
                        evaluation ->
                                evaluation.failures().entrySet().stream()
                                        .map(
                                                failure ->
                                                        evaluation.program()
                                                                + " FAILED with "
                                                                + failure.getKey()
                                                                + ": "
                                                                + failure.getValue()));
    }
}
