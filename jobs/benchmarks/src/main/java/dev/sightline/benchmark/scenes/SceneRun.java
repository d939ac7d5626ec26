// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import dev.sightline.benchmark.process.Measurement;
import dev.sightline.benchmark.process.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that is there, and what it did in the rounds so far. */
final class SceneRun {

    private final SceneProgram program;
    private final Measurement start;
    private final List<Double> cpuSeconds = new ArrayList<>();
    private final List<List<Findings>> findings = new ArrayList<>();

    private SceneRun(SceneProgram program, Measurement start) {
        this.program = program;
        this.start = start;
    }

    /**
     * Starts each program once without a file.
     *
     * @param skipped takes those that are not installed, with what to do
     */
    static List<SceneRun> started(List<SceneProgram> programs, Map<String, String> skipped)
            throws IOException, InterruptedException {
        List<SceneRun> runs = new ArrayList<>();
        for (SceneProgram program : programs) {
            Measurement start = program.start();
            if (start.succeeded()) {
                runs.add(new SceneRun(program, start));
            } else {
                String why = start.problem() + "; to install it: " + program.installation();
                skipped.put(program.name(), why);
            }
        }
        return runs;
    }

    String name() {
        return program.name();
    }

    /** Goes through all videos once more. */
    void round(List<Video> videos, Duration limit) throws IOException, InterruptedException {
        List<Path> files = videos.stream().map(video -> video.truth().video()).toList();
        SceneProgram.Result result = program.run(files, limit);
        cpuSeconds.add(result.cpuSeconds());
        findings.add(result.findings());
    }

    /** What the last round found, at the median costs of all, in all and for each video. */
    Evaluation evaluation(List<Video> videos) {
        List<Findings> each = new ArrayList<>();
        for (int i = 0; i < videos.size(); i++) {
            each.add(ofVideo(i));
        }
        return Evaluation.of(
                program,
                FindingsParser.version(start.output()),
                start.cpuSeconds(),
                Spread.of(cpuSeconds).median(),
                videos,
                each);
    }

    private Findings ofVideo(int index) {
        return Findings.ofRounds(findings.stream().map(all -> all.get(index)).toList());
    }
}
