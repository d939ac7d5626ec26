// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import dev.sightline.benchmark.frames.FrameLister;
import dev.sightline.benchmark.process.MeasuredCommand;
import dev.sightline.benchmark.process.Measurement;
import dev.sightline.benchmark.process.PeerScripts;
import dev.sightline.benchmark.process.ProgramChoice;
import dev.sightline.benchmark.process.Programs;
import dev.sightline.benchmark.sampler.SamplerOutput.Cost;
import dev.sightline.video.decode.SamplingPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sightline-benchmark sampler}: CPU time and exactness of one sample a second. */
@Command(
        name = "sampler",
        description = "Compares what it costs to take one frame a second out of a video.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SamplerCommand implements Callable<Integer> {

    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    @Spec private CommandSpec spec;

    @Option(
            names = "--clips",
            defaultValue = "../shared/clips",
            description = "real clips to make videos of; default ${DEFAULT-VALUE}")
    private Path clips;

    @Option(
            names = "--work",
            defaultValue = "jobs/benchmarks/target/sampler",
            description = "takes the videos, and keeps them; default ${DEFAULT-VALUE}")
    private Path work;

    @Option(
            names = "--length",
            defaultValue = "PT2M30S",
            description = "of each video; default ${DEFAULT-VALUE}")
    private Duration length;

    @Option(
            names = "--size",
            defaultValue = "1280x720",
            description = "of each video, in pixels; default ${DEFAULT-VALUE}")
    private String size;

    @Option(
            names = "--codecs",
            split = ",",
            defaultValue = "h264,hevc",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
    private List<Encode.Codec> codecs;

    @Option(
            names = "--gops",
            split = ",",
            defaultValue = "1,2,8",
            description = "seconds from one keyframe to the next; default ${DEFAULT-VALUE}")
    private List<Integer> gops;

    @Option(
            names = "--keyframes",
            split = ",",
            defaultValue = "scenes,regular",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
    private List<Encode.Keyframes> keyframes;

    @Option(
            names = "--policies",
            split = ",",
            defaultValue = "everything,exact,economy,keyframes",
            description = "of Sightline's sampler; default ${DEFAULT-VALUE}")
    private List<SamplingPolicy> policies;

    @Mixin private ProgramChoice choice;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "all programs run so often, by turns; default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--cores", paramLabel = "LIST", description = "pin programs to these, 0,1 say")
    private String cores;

    @Option(
            names = "--python",
            defaultValue = "python3",
            description = "runs PyAV; default ${DEFAULT-VALUE}")
    private String python;

    @Option(
            names = "--ffmpeg",
            description = "encodes and is measured; it needs libx264 and libx265; default: on PATH")
    private Path ffmpeg;

    @Option(names = "--json", paramLabel = "FILE", description = "also write the results there")
    private Path json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path program = ffmpeg == null ? Programs.ffmpeg() : ffmpeg;
        FrameLister lister = new FrameLister(program);
        List<EncodedVideo> videos = videos(program, lister, out);
        try (PeerScripts scripts =
                PeerScripts.copied(SamplerPrograms.class, SamplerPrograms.SCRIPTS)) {
            List<SamplerProgram> programs =
                    SamplerPrograms.all(scripts, python, program, policies).stream()
                            .filter(each -> choice.includes(each.name()))
                            .map(each -> each.with(this::pinned))
                            .toList();
            Map<SamplerProgram, Cost> present = present(programs, out);
            Map<String, Cost> starts = new LinkedHashMap<>();
            present.forEach((each, start) -> starts.put(each.name(), start));
            SamplerJson results = new SamplerJson(starts);
            for (EncodedVideo video : videos) {
                List<SamplerFigures> figures = measured(present, video, lister);
                SamplerTable.lines(video, figures).forEach(out::println);
                out.flush();
                results.add(video, figures);
            }
            if (json != null) {
                Files.writeString(json, results.toString());
            }
        }
        return ExitCode.OK;
    }

    private List<EncodedVideo> videos(Path program, FrameLister lister, PrintWriter out)
            throws IOException, InterruptedException {
        Encodes encodes = new Encodes(program, work, Encodes.Size.parse(size));
        List<EncodedVideo> videos = new ArrayList<>();
        for (Encode encode : encodesAskedFor()) {
            out.println("video " + encode.name());
            out.flush();
            Path file = encodes.video(encode, clips, length);
            videos.add(EncodedVideo.read(encode, file, lister));
        }
        return videos;
    }

    private List<Encode> encodesAskedFor() {
        List<Encode> asked = new ArrayList<>();
        for (Encode.Codec codec : codecs) {
            for (Encode.Keyframes where : keyframes) {
                gops.forEach(gop -> asked.add(new Encode(codec, gop, where)));
            }
        }
        return asked;
    }

    /** Starts each program without a file; one that cannot do that is not there. */
    private static Map<SamplerProgram, Cost> present(List<SamplerProgram> programs, PrintWriter out)
            throws IOException, InterruptedException {
        Map<SamplerProgram, Cost> present = new LinkedHashMap<>();
        for (SamplerProgram program : programs) {
            Measurement start = new MeasuredCommand(program.start(), START_LIMIT).run();
            if (start.succeeded()) {
                present.put(program, new Cost(start.cpuSeconds(), start.wallSeconds()));
            } else {
                out.println(program.name() + " skipped: " + start.problem());
            }
        }
        return present;
    }

    private List<SamplerFigures> measured(
            Map<SamplerProgram, Cost> programs, EncodedVideo video, FrameLister lister)
            throws IOException, InterruptedException {
        List<SamplerRun> runs = new ArrayList<>();
        programs.forEach((program, start) -> runs.add(new SamplerRun(program, start, video)));
        for (int round = 0; round < rounds; round++) {
            for (SamplerRun run : runs) {
                run.round();
            }
        }
        List<SamplerFigures> figures = new ArrayList<>();
        for (SamplerRun run : runs) {
            figures.add(run.figures(lister));
        }
        return figures;
    }

    private List<String> pinned(List<String> command) {
        if (cores == null) {
            return command;
        }
        List<String> pinned = new ArrayList<>(List.of("taskset", "-c", cores));
        pinned.addAll(command);
        return pinned;
    }
}
