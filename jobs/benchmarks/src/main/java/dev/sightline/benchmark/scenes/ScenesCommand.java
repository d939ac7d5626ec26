// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import dev.sightline.benchmark.frames.FrameLister;
import dev.sightline.benchmark.process.ClassArchive;
import dev.sightline.benchmark.process.PeerScripts;
import dev.sightline.benchmark.process.ProgramChoice;
import dev.sightline.benchmark.process.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sightline-benchmark scenes}: F1 and CPU time of Sightline and of its peers. */
@Command(
        name = "scenes",
        description = "Compares how well programs find cuts in videos whose truth is known.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ScenesCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FOLDER",
            description = "videos with truth.json or NAME.truth.json beside them")
    private List<Path> folders;

    @Mixin private ProgramChoice choice;

    @Option(
            names = "--python",
            defaultValue = "python3",
            description = "runs the peers; default ${DEFAULT-VALUE}")
    private String python;

    @Option(
            names = "--ffmpeg",
            description = "whose scdet is measured; default: the one on the PATH, else Sightline's")
    private Path ffmpeg;

    @Option(
            names = "--model",
            defaultValue = "deploy/models/sightline-mini",
            description = "bundle that Sightline embeds with; default ${DEFAULT-VALUE}")
    private Path model;

    @Option(
            names = "--rounds",
            defaultValue = "1",
            description = "all programs run so often, by turns; the median of the times counts")
    private int rounds;

    @Option(
            names = "--limit",
            defaultValue = "PT1H",
            description = "after which a program is ended; default ${DEFAULT-VALUE}")
    private Duration limit;

    @Option(names = "--json", paramLabel = "FILE", description = "also write the results there")
    private Path json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path program = ffmpeg == null ? Programs.ffmpeg() : ffmpeg;
        List<Video> videos = new VideoFinder(new FrameLister(program), out::println).find(folders);
        if (videos.isEmpty()) {
            out.println("no video with a truth in " + folders);
            return ExitCode.SOFTWARE;
        }
        Map<String, String> skipped = new LinkedHashMap<>();
        List<Evaluation> evaluations = evaluations(videos, program, skipped, out);
        ScenesTable.lines(evaluations, videos).forEach(out::println);
        out.flush();
        if (json != null) {
            Files.writeString(json, ScenesJson.of(evaluations, skipped));
        }
        return ExitCode.OK;
    }

    private List<Evaluation> evaluations(
            List<Video> videos, Path program, Map<String, String> skipped, PrintWriter out)
            throws IOException, InterruptedException {
        Path first = videos.get(0).truth().video();
        try (PeerScripts scripts = PeerScripts.copied(ScenePrograms.class, ScenePrograms.SCRIPTS);
                ClassArchive classes = ScenePrograms.classes(model, first)) {
            List<SceneProgram> programs =
                    ScenePrograms.all(scripts, python, program, model, classes).stream()
                            .filter(each -> choice.includes(each.name()))
                            .toList();
            List<SceneRun> runs = SceneRun.started(programs, skipped);
            skipped.forEach((name, why) -> out.println(name + " skipped: " + why));
            for (int round = 1; round <= rounds; round++) {
                for (SceneRun run : runs) {
                    out.printf("round %d of %d: %s%n", round, rounds, run.name());
                    out.flush();
                    run.round(videos, limit);
                }
            }
            return runs.stream().map(run -> run.evaluation(videos)).toList();
        }
    }
}
