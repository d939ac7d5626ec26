// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import dev.sightline.benchmark.frames.ShownFrame;
import java.util.ArrayList;
import java.util.List;

/**
 * What a sampler printed: {@code sample SECONDS} for each sample, {@code pass CPU WALL} for each
 * pass over the video. Other lines are of no interest: libraries chatter.
 *
 * @param samples in the order in which they were taken
 * @param passes what each took, the first with the start of the process; none where the program
 *     does not say
 */
record SamplerOutput(List<ShownFrame> samples, List<Cost> passes) {

    /** CPU time and wall time in seconds. */
    record Cost(double cpuSeconds, double wallSeconds) {

        /** What is left without a part of it; nothing where the part was measured as more. */
        Cost less(Cost part) {
            return new Cost(
                    Math.max(0, cpuSeconds - part.cpuSeconds),
                    Math.max(0, wallSeconds - part.wallSeconds));
        }
    }

    SamplerOutput {
        samples = List.copyOf(samples);
        passes = List.copyOf(passes);
    }

    static SamplerOutput parse(List<String> lines) {
        List<ShownFrame> samples = new ArrayList<>();
        List<Cost> passes = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.strip().split(" ");
            if (words[0].equals("sample") && words.length == 2) {
                samples.add(new ShownFrame(number(words[1]), false, ""));
            } else if (words[0].equals("pass") && words.length == 3) {
                passes.add(new Cost(number(words[1]), number(words[2])));
            }
        }
        return new SamplerOutput(samples, passes);
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
