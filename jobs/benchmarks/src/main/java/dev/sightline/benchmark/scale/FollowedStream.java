// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scale;

import dev.sightline.match.ActiveQueries;
import dev.sightline.match.MatchListener;
import dev.sightline.match.MatchPhase.Phase;
import dev.sightline.match.MatchSample;
import dev.sightline.match.PeakPicture;
import dev.sightline.match.StreamMatcher;
import dev.sightline.match.StreamMemory;
import dev.sightline.match.StreamMemorySerializer;
import dev.sightline.match.ToldMatch;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Queries followed on a stream, with what that took. */
final class FollowedStream implements MatchListener {

    private static final double NANOS_PER_MS = 1e6;
    private static final double RARE = 0.99;

    private final Supplier<StreamMatcher> fresh;
    private int opened;

    /**
     * What it took.
     *
     * @param meanMs of a sample
     * @param rareMs longest of 99 of a hundred samples
     * @param mostMs longest of all
     * @param stateBytes of the stream at the end
     * @param opened matches
     */
    record Cost(double meanMs, double rareMs, double mostMs, int stateBytes, int opened) {}

    FollowedStream(ManyQueries many, double logitScale) {
        this.fresh =
                () ->
                        new StreamMatcher(
                                many.calibration(),
                                logitScale,
                                Duration.ofSeconds(1),
                                StreamMemory.NONE,
                                this);
    }

    /**
     * Follows them.
     *
     * @param warmUp first samples, of which the time does not count
     */
    Cost follow(ActiveQueries queries, List<MatchSample> stream, int warmUp)
            throws IOException, InterruptedException {
        StreamMatcher matcher = fresh.get();
        opened = 0;
        double[] ms = new double[stream.size() - warmUp];
        for (int i = 0; i < stream.size(); i++) {
            long begin = System.nanoTime();
            matcher.observe(stream.get(i), queries);
            if (i >= warmUp) {
                ms[i - warmUp] = (System.nanoTime() - begin) / NANOS_PER_MS;
            }
        }
        Arrays.sort(ms);
        DataOutputSerializer state = new DataOutputSerializer(1 << 16);
        StreamMemorySerializer.INSTANCE.serialize(matcher.memory(), state);
        return new Cost(
                Arrays.stream(ms).average().orElseThrow(),
                ms[(int) (RARE * ms.length)],
                ms[ms.length - 1],
                state.length(),
                opened);
    }

    @Override
    public PeakPicture tell(ToldMatch told) {
        opened += told.phase().phase() == Phase.OPEN ? 1 : 0;
        return told.picture();
    }
}
