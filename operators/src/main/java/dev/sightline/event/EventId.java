// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import dev.sightline.video.StreamRef;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids that follow from what an event tells: the first 128 bits of a SHA-256 over the parts, each
 * with its length before it, so that no two lists of parts read the same. 32 hexadecimal digits.
 *
 * <p>The parts and their order are part of the contract: a consumer that keeps ids must know an
 * event again after an upgrade and a replay.
 */
public final class EventId {

    private static final int BYTES = 16;

    private EventId() {}

    /**
     * A scene change.
     *
     * @param kind cut | gradual | semantic | discontinuity
     * @param pts where the boundary begins
     * @param modelDigest of the model that saw it
     */
    public static String ofSceneChange(
            StreamRef stream, String kind, long pts, String modelDigest) {
        return of(stream.streamId(), stream.epoch(), "scene-change", kind, pts, modelDigest);
    }

    /**
     * A scene, as the change that ends it names it.
     *
     * @param startMs where it begins, in milliseconds of media time
     */
    public static String ofScene(StreamRef stream, long startMs, String modelDigest) {
        return of(stream.streamId(), stream.epoch(), "scene", startMs, modelDigest);
    }

    /**
     * The vector of a sample.
     *
     * @param pts of the sample
     */
    public static String ofEmbedding(StreamRef stream, long pts, String modelDigest) {
        return of(stream.streamId(), stream.epoch(), "embedding", pts, modelDigest);
    }

    /**
     * An interval in which a query matches: the same in all its phases.
     *
     * @param startPts of the first sample that matches
     */
    public static String ofMatch(
            StreamRef stream, QueryMatch.QueryBlock query, long startPts, String modelDigest) {
        return of(
                stream.streamId(),
                stream.epoch(),
                "match",
                startPts,
                query.id(),
                query.version(),
                modelDigest);
    }

    /**
     * A phase of a match.
     *
     * @param matchId says stream, query, place and model
     * @param phase open | update | close
     * @param number of the phase within the match
     */
    public static String ofMatchPhase(String matchId, String phase, int number) {
        return of(matchId, phase, number);
    }

    /**
     * A status of a stream.
     *
     * @param position of the marker that tells it: grows within an epoch and is the same in a
     *     replay
     */
    public static String ofStatus(StreamRef stream, String state, long position) {
        return of(stream.streamId(), stream.epoch(), "status", state, position);
    }

    /**
     * An error of a stream.
     *
     * @param position of the marker that tells it
     */
    public static String ofStreamError(StreamRef stream, String category, long position) {
        return of(stream.streamId(), stream.epoch(), "error", category, position);
    }

    /**
     * What became of a query's control record.
     *
     * @param state accepted | refused | removed | malformed
     * @param sequence number of the control record; grows for each query
     */
    public static String ofQuery(String queryId, String state, long sequence, String modelDigest) {
        return of(queryId, "query", state, sequence, modelDigest);
    }

    /**
     * What became of a stream's control record.
     *
     * @param state refused
     * @param sequence number of the control record; grows for each stream
     */
    public static String ofRegistration(String streamId, String state, long sequence) {
        return of(streamId, "registration", state, sequence);
    }

    /**
     * What became of a process that runs the model.
     *
     * @param state stopped
     * @param sequence grows for each process
     */
    public static String ofWorker(String worker, String state, long sequence, String modelDigest) {
        return of(worker, "worker", state, sequence, modelDigest);
    }

    static String of(Object... parts) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            for (Object part : parts) {
                byte[] text = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
