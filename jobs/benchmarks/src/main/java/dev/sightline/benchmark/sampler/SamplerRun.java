// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import dev.sightline.benchmark.frames.FrameLister;
import dev.sightline.benchmark.frames.ShownFrame;
import dev.sightline.benchmark.process.MeasuredCommand;
import dev.sightline.benchmark.process.Measurement;
import dev.sightline.benchmark.process.Spread;
import dev.sightline.benchmark.sampler.SamplerOutput.Cost;
import dev.sightline.benchmark.sampler.SamplerProgram.Stamps;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A program on one video: what it took in the rounds so far, and what its time stamps are. */
final class SamplerRun {

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final int PASSES = 2;

    private final SamplerProgram program;
    private final Cost start;
    private final EncodedVideo video;
    private final List<Cost> sampling = new ArrayList<>();
    private final List<Double> processCpuSeconds = new ArrayList<>();
    private SamplerOutput output;
    private String failure;

    /**
     * @param start what the program takes to start
     */
    SamplerRun(SamplerProgram program, Cost start, EncodedVideo video) {
        this.program = program;
        this.start = start;
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
        output = SamplerOutput.parse(done.output());
        List<Cost> passes = output.passes();
        if (passes.size() == PASSES) {
            processCpuSeconds.add(passes.get(0).cpuSeconds());
            sampling.add(passes.get(1));
        } else {
            Cost process = new Cost(done.cpuSeconds(), done.wallSeconds());
            processCpuSeconds.add(process.cpuSeconds());
            sampling.add(process.less(start));
        }
    }

    /** What was measured; time stamps are looked up, where the program does not say them. */
    SamplerFigures figures(FrameLister lister) throws IOException, InterruptedException {
        if (failure != null) {
            return SamplerFigures.failed(program.name(), failure);
        }
        List<ShownFrame> samples = samples(lister);
        return new SamplerFigures(
                program.name(),
                Spread.of(sampling.stream().map(Cost::cpuSeconds).toList()),
                Spread.of(sampling.stream().map(Cost::wallSeconds).toList()),
                Spread.of(processCpuSeconds),
                samples.isEmpty() ? null : StampErrors.of(samples, video.frames()),
                null);
    }

    private List<ShownFrame> samples(FrameLister lister) throws IOException, InterruptedException {
        return program.stamps() instanceof Stamps.Shown shown
                ? lister.list(video.file(), shown.input(), shown.graph())
                : output.samples();
    }
}
