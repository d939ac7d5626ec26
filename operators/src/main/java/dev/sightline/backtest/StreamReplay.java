// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import dev.sightline.match.ActiveQueries;
import dev.sightline.match.CloseReason;
import dev.sightline.match.MatchPhase.Phase;
import dev.sightline.match.MatchSample;
import dev.sightline.match.PeakPicture;
import dev.sightline.match.StreamMatcher;
import dev.sightline.match.StreamMemory;
import dev.sightline.match.ToldMatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes one stream's stored samples through the matcher, with the breaks and ends that the job saw
 * there: a discontinuity is stored as a scene change, and another epoch means that the one before
 * has ended. A live stream remembers what it usually shows from one epoch to the next; of a file
 * with another content nothing is known.
 */
final class StreamReplay {

    private static final byte[] NO_PICTURE = new byte[0];
    private static final ActiveQueries NOTHING = new ActiveQueries(List.of());

    private final ReplaySettings settings;
    private final String streamId;
    private final Map<Long, List<StoredChange>> changes;
    private final Map<Long, Long> lastOfEpoch = new HashMap<>();
    private final Map<String, List<FoundMatch>> found = new LinkedHashMap<>();
    private StreamMatcher matcher;
    private SceneStarts scenes;
    private StoredSample held;
    private StoredSample last;
    private long samples;
    private long learnt;
    private long otherModels;

    /**
     * @param changes the stream's scene changes by epoch
     */
    StreamReplay(ReplaySettings settings, String streamId, Map<Long, List<StoredChange>> changes) {
        this.settings = settings;
        this.streamId = streamId;
        this.changes = changes;
        this.matcher = matcher(StreamMemory.NONE);
    }

    private StreamMatcher matcher(StreamMemory memory) {
        return new StreamMatcher(
                settings.model().calibration(),
                settings.model().logitScale(),
                settings.interval(),
                memory,
                this::note);
    }

    /**
     * Takes the next sample; one that came before, as a replay writes it again, does not count.
     *
     * @throws UnusableSamples if it is of another model, or samples are not as far apart as said
     */
    void accept(StoredSample sample) throws InterruptedException {
        if (settings.range().behind(sample.time())) {
            release(sample);
            return;
        }
        if (!sample.digest().equals(settings.digest())) {
            if (!settings.range().before(sample.time())) {
                throw otherModel(sample);
            }
            otherModels++;
            return;
        }
        Long known = lastOfEpoch.get(sample.stream().epoch());
        if (known == null || sample.k() > known) {
            lastOfEpoch.put(sample.stream().epoch(), sample.k());
            settings.checkInterval(sample);
            release(sample);
            held = sample;
        }
    }

    private UnusableSamples otherModel(StoredSample sample) {
        return new UnusableSamples(
                "the samples of %s are of the model %s, and the query is compared by the model %s;"
                                .formatted(streamId, sample.digest(), settings.digest())
                        + " give the bundle that made them with --model");
    }

    /** As in the job, a sample is held until the one behind it tells of its scene. */
    private void release(StoredSample behind) throws InterruptedException {
        StoredSample sample = held;
        held = null;
        if (sample == null) {
            return;
        }
        if (last == null || last.stream().epoch() != sample.stream().epoch()) {
            begin(sample);
        }
        last = sample;
        long ms = sample.time().mediaMs();
        boolean epochGoesOn = behind != null && behind.stream().epoch() == sample.stream().epoch();
        boolean interrupted = epochGoesOn && scenes.interrupted(ms, behind.time().mediaMs());
        long nextMs = epochGoesOn && !interrupted ? behind.time().mediaMs() : Long.MAX_VALUE;
        observe(sample, scenes.take(sample.k(), ms, nextMs));
        if (interrupted) {
            matcher.discontinuity();
        }
    }

    private void observe(StoredSample sample, long sceneStart) throws InterruptedException {
        boolean before = settings.range().before(sample.time());
        learnt += before ? 1 : 0;
        samples += before ? 0 : 1;
        matcher.observe(
                new MatchSample(
                        sample.stream(),
                        sample.k(),
                        sample.time(),
                        sample.vector(),
                        sceneStart,
                        address(sample.picture())),
                before ? NOTHING : settings.variants().active());
    }

    private void begin(StoredSample first) throws InterruptedException {
        if (last != null) {
            boolean live = last.stream().isLive();
            matcher.end(live ? CloseReason.STREAM_LOST : CloseReason.ENDED);
            matcher = live ? matcher : matcher(StreamMemory.NONE);
        }
        long epoch = first.stream().epoch();
        scenes =
                new SceneStarts(
                        settings.interval().toMillis(), changes.getOrDefault(epoch, List.of()));
    }

    /** The matcher keeps the peak's picture, whatever stands for it. */
    private static byte[] address(String uri) {
        return uri == null ? NO_PICTURE : uri.getBytes(StandardCharsets.UTF_8);
    }

    private PeakPicture note(ToldMatch told) {
        byte[] untold = told.picture().untold();
        String uri =
                untold.length > 0
                        ? new String(untold, StandardCharsets.UTF_8)
                        : told.picture().uri();
        if (told.phase().phase() == Phase.CLOSE) {
            found.computeIfAbsent(told.query().request().id(), id -> new ArrayList<>())
                    .add(FoundMatch.of(told, uri));
        }
        return new PeakPicture(NO_PICTURE, uri, null);
    }

    /** Ends what is open. */
    void finish() throws InterruptedException {
        release(null);
        matcher.end(CloseReason.ENDED);
    }

    /** What a variant of the query found so far. */
    List<FoundMatch> found(String variant) {
        return found.getOrDefault(variant, List.of());
    }

    WatchedStream watched() {
        long coveredMs = samples * settings.interval().toMillis();
        return new WatchedStream(streamId, samples, learnt, coveredMs, otherModels);
    }
}
