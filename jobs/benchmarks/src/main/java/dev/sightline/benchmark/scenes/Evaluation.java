// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What one program did with all videos.
 *
 * @param program its name
 * @param version as it says itself; empty where it does not
 * @param startSeconds CPU time of its start, without a file
 * @param cpuSeconds CPU time of the whole process; median of the rounds
 * @param videos how it did with each, in their order
 */
record Evaluation(
        String program,
        String version,
        double startSeconds,
        double cpuSeconds,
        List<OfVideo> videos) {

    /** How it did with one video. */
    record OfVideo(Video video, Findings findings, Score score) {}

    Evaluation {
        videos = List.copyOf(videos);
    }

    static Evaluation of(
            SceneProgram program,
            String version,
            double startSeconds,
            double cpuSeconds,
            List<Video> videos,
            List<Findings> findings) {
        List<OfVideo> each = new ArrayList<>();
        for (int i = 0; i < videos.size(); i++) {
            Video video = videos.get(i);
            Score score = Scorer.score(video.truth(), video.times(), findings.get(i));
            each.add(new OfVideo(video, findings.get(i), score));
        }
        return new Evaluation(program.name(), version, startSeconds, cpuSeconds, each);
    }

    /** The scores of some videos, added up. */
    Score score(Predicate<Video> which) {
        return videos.stream()
                .filter(each -> which.test(each.video()))
                .map(OfVideo::score)
                .reduce(Score.NONE, Score::plus);
    }

    /** CPU time that the program says it took for some videos, its start not included. */
    double cpuSeconds(Predicate<Video> which) {
        return videos.stream()
                .filter(each -> which.test(each.video()))
                .mapToDouble(each -> each.findings().cpuSeconds())
                .sum();
    }

    /** The videos with which it failed, and why. */
    Map<String, String> failures() {
        Map<String, String> failures = new LinkedHashMap<>();
        for (OfVideo each : videos) {
            if (each.findings().failure() != null) {
                failures.put(each.video().name(), each.findings().failure());
            }
        }
        return failures;
    }
}
