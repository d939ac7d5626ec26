// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import dev.sightline.benchmark.process.Launcher;
import dev.sightline.benchmark.process.PeerScripts;
import dev.sightline.benchmark.process.Programs;
import dev.sightline.benchmark.sampler.SamplerProgram.Stamps;
import dev.sightline.video.decode.SamplingPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sightline's policies and its peers. */
final class SamplerPrograms {

    /** What all ratios are to: the usual way to take one frame a second. */
    static final String YARDSTICK = "ffmpeg fps=1, 1 thread";

    /** The scripts of the peers. */
    static final List<String> SCRIPTS = List.of("pyav.py");

    private static final List<String> ONE_THREAD = List.of("-threads", "1");
    private static final String SCALE = "scale=224:224";

    private SamplerPrograms() {}

    /**
     * @param policies of Sightline's sampler
     */
    static List<SamplerProgram> all(
            PeerScripts scripts, String python, Path ffmpeg, List<SamplingPolicy> policies) {
        List<SamplerProgram> programs = new ArrayList<>();
        for (SamplingPolicy policy : policies) {
            programs.add(sightline(policy, false));
        }
        for (SamplingPolicy policy : policies) {
            if (policy == SamplingPolicy.EXACT || policy == SamplingPolicy.ECONOMY) {
                programs.add(sightline(policy, true));
            }
        }
        Stamps everySecond = new Stamps.Shown(List.of(), "fps=1,showinfo");
        programs.add(ffmpeg(YARDSTICK, ffmpeg, ONE_THREAD, "fps=1," + SCALE, everySecond));
        programs.add(
                ffmpeg(
                        "ffmpeg fps=1, all threads",
                        ffmpeg,
                        List.of(),
                        "fps=1," + SCALE,
                        everySecond));
        List<String> keyframes = List.of("-threads", "1", "-skip_frame", "nokey");
        Stamps shown = new Stamps.Shown(keyframes, "showinfo");
        programs.add(ffmpeg("ffmpeg -skip_frame nokey", ffmpeg, keyframes, SCALE, shown));
        programs.add(SamplerProgram.printing("PyAV loop", scripts.command(python, "pyav.py")));
        programs.add(
                SamplerProgram.printing(
                        "JavaCV grabber loop",
                        Programs.java(List.of(), GrabberSampler.class, List.of())));
        programs.add(demux(ffmpeg));
        return programs;
    }

    private static SamplerProgram sightline(SamplingPolicy policy, boolean changes) {
        String name = "Sightline " + policy.name().toLowerCase(Locale.ROOT);
        List<String> arguments = List.of(policy.name(), String.valueOf(changes));
        return SamplerProgram.printing(
                changes ? name + " + scenes" : name,
                Programs.java(Launcher.JVM, SightlineSampler.class, arguments));
    }

    private static SamplerProgram ffmpeg(
            String name, Path ffmpeg, List<String> input, String graph, Stamps stamps) {
        List<String> before = quiet(ffmpeg, input);
        List<String> after = new ArrayList<>(List.of("-an", "-sn", "-dn"));
        if (input.contains("1")) {
            after.addAll(List.of("-filter_threads", "1"));
        }
        // Without -vsync, frames would be doubled to fill the gaps between keyframes.
        after.addAll(List.of("-vf", graph, "-vsync", "passthrough"));
        after.addAll(List.of("-pix_fmt", "rgb24", "-f", "rawvideo", "-y", "/dev/null"));
        return new SamplerProgram(name, before, after, start(ffmpeg), stamps);
    }

    /** Reads all packets and decodes none: no sampler that reads a file costs less. */
    private static SamplerProgram demux(Path ffmpeg) {
        List<String> after = List.of("-map", "0:v:0", "-c", "copy", "-f", "null", "-");
        return new SamplerProgram(
                "demux only", quiet(ffmpeg, List.of()), after, start(ffmpeg), new Stamps.None());
    }

    /** Its libraries are loaded then; nothing else of its start takes time. */
    private static List<String> start(Path ffmpeg) {
        return List.of(ffmpeg.toString(), "-version");
    }

    private static List<String> quiet(Path ffmpeg, List<String> input) {
        List<String> command = new ArrayList<>(List.of(ffmpeg.toString(), "-nostdin"));
        command.addAll(List.of("-loglevel", "error", "-nostats"));
        command.addAll(input);
        command.add("-i");
        return command;
    }
}
