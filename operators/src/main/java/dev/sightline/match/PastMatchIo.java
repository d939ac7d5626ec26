// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.wire.ValueIo;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads matches that are over. */
final class PastMatchIo {

    private PastMatchIo() {}

    static void write(List<PastMatch> matches, DataOutput out) throws IOException {
        out.writeInt(matches.size());
        for (PastMatch match : matches) {
            ValueIo.write(match.stream(), out);
            out.writeUTF(match.queryId());
            out.writeLong(match.version());
            out.writeLong(match.startPts());
            out.writeLong(match.terms());
            out.writeDouble(match.evidence());
            out.writeLong(match.sample());
        }
    }

    static List<PastMatch> read(DataInput in) throws IOException {
        List<PastMatch> matches = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            matches.add(
                    new PastMatch(
                            ValueIo.readStream(in),
                            in.readUTF(),
                            in.readLong(),
                            in.readLong(),
                            in.readLong(),
                            in.readDouble(),
                            in.readLong()));
        }
        return matches;
    }
}
