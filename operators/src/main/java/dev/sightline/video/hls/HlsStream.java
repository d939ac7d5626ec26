// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import dev.sightline.video.access.AccessRefused;
import dev.sightline.video.access.HttpReader;
import dev.sightline.video.http.ByteRange;
import dev.sightline.video.http.HttpPart;
import dev.sightline.video.http.Retry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Follows a stream by its playlist and hands out its periods, one after the other. A segment that
 * cannot be had while the playlist can still be expected to offer it is lost, and a new period
 * begins behind it. One thread, except for {@link #cancel()}; owns its reader.
 */
public final class HlsStream implements AutoCloseable {

    private static final int TARGETS_WITHOUT_NEWS = 3;

    private final HttpReader http;
    private final HlsSettings settings;
    private final PlaylistLoader loader;
    private final Playhead playhead = new Playhead();
    private boolean loaded;
    private boolean current;
    private boolean changed;
    private long loadedAt;
    private long passedAt = System.nanoTime();
    private HlsPeriod period;

    /**
     * A segment whose server has answered.
     *
     * @param initialization what has to be read before it; null for nothing
     */
    record Opened(Segment segment, HttpPart initialization, HttpPart part) {}

    /**
     * Nothing is asked for before the first period.
     *
     * @param http is closed with this stream
     * @param uri of a playlist, of variants or of segments
     */
    public HlsStream(HttpReader http, URI uri, HlsSettings settings) {
        this.http = http;
        this.settings = settings;
        this.loader = new PlaylistLoader(http, uri, settings);
    }

    /**
     * Waits for the next period. The one before is closed; a segment in the middle of which it was
     * left counts as lost, or what cannot be decoded would come again and again.
     *
     * <p>After a failure, of this method or of a period, it may be called again: the playlist is
     * loaded anew, and what follows goes on behind what was read, as far as the server still has
     * it.
     *
     * @return a period whose first bytes are there; none behind the end of the stream
     * @throws PlaylistException if the playlist cannot be read as it is
     * @throws AccessRefused if something must not be read
     * @throws IOException if nothing new came for too long, or the stream was cancelled
     */
    public Optional<HlsPeriod> next() throws IOException {
        if (period != null && period.abandon()) {
            playhead.lose("a segment was not read to its end");
        }
        passedAt = System.nanoTime();
        http.beginPart();
        try {
            period = begin();
            return Optional.ofNullable(period);
        } catch (IOException e) {
            current = false;
            throw e;
        }
    }

    private HlsPeriod begin() throws IOException {
        while (true) {
            Optional<Opened> first = openNext(false);
            if (first.isPresent()) {
                return new HlsPeriod(this, http, playhead.takeLoss(), first.get());
            }
            if (playhead.isAtEnd()) {
                return null;
            }
        }
    }

    /** What was lost behind the last period, once there is no next one. */
    public Loss lostAtEnd() {
        return playhead.takeLoss();
    }

    /** Whether the stream has an end, as the last playlist had it. */
    public boolean isEnded() {
        return loaded && playhead.isEnded();
    }

    /**
     * Waits for the next segment and opens it.
     *
     * @param following only if it goes on where the last one ended
     * @return none at the end, or if it was lost, or does not follow
     */
    Optional<Opened> openNext(boolean following) throws IOException {
        Optional<Segment> segment = await();
        if (segment.isEmpty() || following && !playhead.continuesWith(segment.get())) {
            return Optional.empty();
        }
        if (segment.get().absent()) {
            playhead.lose("the stream's own server did not have segments");
            return Optional.empty();
        }
        try {
            return Optional.of(open(segment.get(), following));
        } catch (IOException e) {
            lose(e);
            return Optional.empty();
        }
    }

    private Opened open(Segment segment, boolean following) throws IOException {
        Retry retry = new Retry(patience(), true);
        HttpPart initialization = null;
        if (segment.initialization() != null && !following) {
            URI uri = segment.initialization().uri();
            initialization = open(uri, segment.initialization().range(), retry);
        }
        try {
            return new Opened(segment, initialization, open(segment.uri(), segment.range(), retry));
        } catch (IOException e) {
            if (initialization != null) {
                initialization.close();
            }
            throw e;
        }
    }

    private HttpPart open(URI uri, ByteRange range, Retry retry) throws IOException {
        HttpPart part = new HttpPart(http, uri, range, retry);
        try {
            part.open();
            return part;
        } catch (IOException e) {
            part.close();
            throw e;
        }
    }

    private Duration patience() {
        Duration left = playhead.isEnded() ? settings.stall() : playhead.timeLeft();
        return left.compareTo(settings.stall()) < 0 ? left : settings.stall();
    }

    /** The current segment is read. */
    void pass() {
        playhead.pass();
        passedAt = System.nanoTime();
    }

    /**
     * The current segment cannot be read on.
     *
     * @throws IOException the failure, if the whole stream failed with it
     */
    void lose(IOException failure) throws IOException {
        http.stop().check();
        if (failure instanceof AccessRefused) {
            throw failure;
        }
        playhead.lose("segments could not be read: " + failure.getMessage());
        refuseStall(failure);
    }

    /** The segment to be read; loads the playlist until it has it. None at the end. */
    private Optional<Segment> await() throws IOException {
        while (true) {
            if (!current) {
                load();
            }
            Optional<Segment> segment = playhead.current();
            if (segment.isPresent() || playhead.isAtEnd()) {
                return segment;
            }
            Duration sinceLoad = Duration.ofNanos(System.nanoTime() - loadedAt);
            http.stop().sleep(Reload.pause(playhead.targetDuration(), changed, sinceLoad));
            reload();
        }
    }

    /** The first load of a connection: what fails now is told at once. */
    private void load() throws IOException {
        loadedAt = System.nanoTime();
        changed = playhead.take(loader.load());
        loaded = true;
        current = true;
    }

    private void reload() throws IOException {
        loadedAt = System.nanoTime();
        try {
            changed = playhead.take(loader.load());
        } catch (AccessRefused | PlaylistException e) {
            throw e;
        } catch (IOException e) {
            http.stop().check();
            changed = false;
            refuseStall(e);
        }
        if (!changed) {
            refuseStall(
                    new IOException("brought no new segment for " + stall().toSeconds() + " s"));
        }
    }

    private void refuseStall(IOException failure) throws IOException {
        if (System.nanoTime() - passedAt > stall().toNanos()) {
            throw failure;
        }
    }

    private Duration stall() {
        Duration targets = playhead.targetDuration().multipliedBy(TARGETS_WITHOUT_NEWS);
        return targets.compareTo(settings.stall()) > 0 ? targets : settings.stall();
    }

    /** Makes the wait in progress, and all later calls, fail at once; from any thread. */
    public void cancel() {
        http.cancel();
    }

    @Override
    public void close() {
        if (period != null) {
            period.close();
        }
        http.close();
    }
}
