// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.wire;

import dev.sightline.video.Marker;
import dev.sightline.video.TimelineRecord;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes markers; a stage adds the one kind of record that carries its payload. */
public abstract class TimelineSerializer extends ImmutableSerializer<TimelineRecord> {

    private static final int VERSION = 4;
    private static final int OLDEST = 3;
    private static final int MARKER = 0;
    private static final int PAYLOAD = 1;

    /** Writes the stage's own record. */
    protected abstract void writePayload(TimelineRecord payload, DataOutputView out)
            throws IOException;

    /** Reads what {@link #writePayload} wrote in a version. */
    protected abstract TimelineRecord readPayload(int version, DataInputView in) throws IOException;

    @Override
    public final void serialize(TimelineRecord timelineRecord, DataOutputView out)
            throws IOException {
        out.writeByte(VERSION);
        if (timelineRecord instanceof Marker marker) {
            out.writeByte(MARKER);
            MarkerIo.write(marker, out);
        } else {
            out.writeByte(PAYLOAD);
            writePayload(timelineRecord, out);
        }
    }

    @Override
    public final TimelineRecord deserialize(DataInputView in) throws IOException {
        int version = in.readByte();
        if (version < OLDEST || version > VERSION) {
            throw new IOException(
                    "timeline record of version "
                            + version
                            + "; known: "
                            + OLDEST
                            + " to "
                            + VERSION);
        }
        return in.readByte() == MARKER ? MarkerIo.read(in) : readPayload(version, in);
    }
}
