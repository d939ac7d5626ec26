// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.decode.BundledFfmpeg;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes clips of codecs and containers that the generator of test clips does not have. */
public final class MadeClips {

    private MadeClips() {}

    /**
     * Six seconds of a moving test picture with a tone.
     *
     * @param file its name says the container
     * @param rate frames a second: {@code 25}, {@code 30000/1001}
     * @param options how it is encoded
     */
    public static Path tested(Path file, String rate, String... options)
            throws IOException, InterruptedException {
        String picture = "testsrc2=duration=6:size=320x180:rate=" + rate;
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", picture));
        arguments.addAll(List.of("-f", "lavfi", "-i", "sine=duration=6", "-g", "50"));
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        run(arguments);
        return file;
    }

    private static void run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(BundledFfmpeg.program().toString());
        command.addAll(List.of("-nostdin", "-v", "fatal", "-y"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
