// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import dev.sightline.benchmark.frames.FrameLister;
import dev.sightline.benchmark.frames.ShownFrame;
import dev.sightline.benchmark.process.MeasuredCommand;
import dev.sightline.benchmark.process.Measurement;
import dev.sightline.benchmark.process.Spread;
import dev.sightline.benchmark.sampler.SamplerProgram.Stamps;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A program on one video: what it took in the rounds so far, and what its time stamps are. */
final class SamplerRun {

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final String SAMPLE = "sample ";

    private final SamplerProgram program;
    private final EncodedVideo video;
    private final List<Double> cpuSeconds = new ArrayList<>();
    private final List<Double> wallSeconds = new ArrayList<>();
    private List<String> output = List.of();
    private String failure;

    SamplerRun(SamplerProgram program, EncodedVideo video) {
        this.program = program;
        this.video = video;
    }

    /** Runs it once more; a program that has failed is not run again. */
    void round() throws IOException, InterruptedException {
        if (failure != null) {
            return;
        }
        Measurement done = new MeasuredCommand(program.command(video.file()), LIMIT).run();
        if (!done.succeeded()) {
            failure = done.problem();
            return;
        }
        cpuSeconds.add(done.cpuSeconds());
        wallSeconds.add(done.wallSeconds());
        output = done.output();
    }

    /** What was measured; time stamps are looked up, where the program does not say them. */
    SamplerFigures figures(FrameLister lister) throws IOException, InterruptedException {
        if (failure != null) {
            return SamplerFigures.failed(program.name(), failure);
        }
        List<ShownFrame> samples = samples(lister);
        StampErrors errors = samples.isEmpty() ? null : StampErrors.of(samples, video.frames());
        return new SamplerFigures(
                program.name(), Spread.of(cpuSeconds), Spread.of(wallSeconds), errors, null);
    }

    private List<ShownFrame> samples(FrameLister lister) throws IOException, InterruptedException {
        if (program.stamps() instanceof Stamps.Shown shown) {
            return lister.list(video.file(), shown.input(), shown.graph());
        }
        return output.stream()
                .filter(line -> line.startsWith(SAMPLE))
                .map(line -> Double.parseDouble(line.substring(SAMPLE.length())))
                .map(seconds -> new ShownFrame(seconds, false, ""))
                .toList();
    }
}
