// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.wire.ValueIo;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads how far a query is on a stream. */
final class ProgressIo {

    /** First form of {@link StreamMemoryCodec} with the ids of matches. */
    private static final int MATCH_ID = 3;

    private ProgressIo() {}

    static void write(QueryProgress progress, DataOutput out) throws IOException {
        ValueIo.write(progress.stream(), out);
        ArmedIo.write(progress.query(), out);
        out.writeInt(progress.tracks().size());
        for (Track track : progress.tracks()) {
            write(track, out);
        }
        out.writeInt(progress.links().size());
        for (SequenceLink link : progress.links()) {
            out.writeBoolean(link != null);
            if (link != null) {
                write(link.first(), out);
                write(link.step(), out);
            }
        }
        out.writeLong(progress.followedK());
        out.writeLong(progress.quietUntilMs());
    }

    static QueryProgress read(int version, DataInput in) throws IOException {
        var stream = ValueIo.readStream(in);
        ArmedQuery query = ArmedIo.read(in);
        List<Track> tracks = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            tracks.add(readTrack(version, in));
        }
        List<SequenceLink> links = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            links.add(
                    in.readBoolean() ? new SequenceLink(readInterval(in), readInterval(in)) : null);
        }
        return new QueryProgress(stream, query, tracks, links, in.readLong(), in.readLong());
    }

    private static void write(Track track, DataOutput out) throws IOException {
        MatchState state = track.state();
        out.writeBoolean(state.candidate() != null);
        if (state.candidate() != null) {
            write(state.candidate().interval(), out);
            out.writeInt(state.candidate().latest().size());
            for (double support : state.candidate().latest()) {
                out.writeDouble(support);
            }
        }
        OpenMatch open = state.open();
        out.writeBoolean(open != null);
        if (open != null) {
            write(open.interval(), out);
            out.writeInt(open.phases());
            out.writeDouble(open.toldPeak());
            out.writeLong(open.toldMs());
            out.writeInt(open.weak());
        }
        out.writeLong(state.cooldownUntilMs());
        out.writeInt(track.picture().untold().length);
        out.write(track.picture().untold());
        writeText(track.picture().uri(), out);
        writeText(track.picture().matchId(), out);
    }

    private static Track readTrack(int version, DataInput in) throws IOException {
        MatchCandidate candidate = in.readBoolean() ? readCandidate(in) : null;
        OpenMatch open =
                in.readBoolean()
                        ? new OpenMatch(
                                readInterval(in),
                                in.readInt(),
                                in.readDouble(),
                                in.readLong(),
                                in.readInt())
                        : null;
        MatchState state = new MatchState(candidate, open, in.readLong());
        byte[] untold = new byte[in.readInt()];
        in.readFully(untold);
        String uri = readText(in);
        String matchId = version < MATCH_ID ? null : readText(in);
        return new Track(state, new PeakPicture(untold, uri, matchId));
    }

    private static MatchCandidate readCandidate(DataInput in) throws IOException {
        MatchInterval interval = readInterval(in);
        List<Double> latest = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            latest.add(in.readDouble());
        }
        return new MatchCandidate(interval, latest);
    }

    private static void write(MatchInterval interval, DataOutput out) throws IOException {
        out.writeLong(interval.startK());
        ValueIo.write(interval.start(), out);
        out.writeLong(interval.endK());
        ValueIo.write(interval.end(), out);
        Peak peak = interval.peak();
        ValueIo.write(peak.time(), out);
        out.writeDouble(peak.evidence());
        out.writeFloat(peak.cosine());
        out.writeDouble(peak.meaning().score());
        out.writeDouble(peak.meaning().threshold());
        Double falseAlarms = peak.meaning().falseAlarmsPerDay();
        out.writeDouble(falseAlarms == null ? Double.NaN : falseAlarms);
        out.writeDouble(interval.strongest());
        out.writeInt(interval.samples());
    }

    private static MatchInterval readInterval(DataInput in) throws IOException {
        long startK = in.readLong();
        var start = ValueIo.readTime(in);
        long endK = in.readLong();
        var end = ValueIo.readTime(in);
        var time = ValueIo.readTime(in);
        double evidence = in.readDouble();
        float cosine = in.readFloat();
        double score = in.readDouble();
        double threshold = in.readDouble();
        double falseAlarms = in.readDouble();
        Meaning meaning =
                new Meaning(score, threshold, Double.isNaN(falseAlarms) ? null : falseAlarms);
        Peak peak = new Peak(time, evidence, cosine, meaning);
        return new MatchInterval(startK, start, endK, end, peak, in.readDouble(), in.readInt());
    }

    private static void writeText(String text, DataOutput out) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static String readText(DataInput in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
