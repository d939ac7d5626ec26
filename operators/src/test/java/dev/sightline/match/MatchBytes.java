// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What is kept of a stream, written and read again. */
final class MatchBytes {

    private MatchBytes() {}

    static QueryProgress again(QueryProgress progress) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ProgressIo.write(progress, new DataOutputStream(bytes));
        return ProgressIo.read(StreamMemoryCodec.VERSION, in(bytes.toByteArray()));
    }

    static byte[] written(StreamMemory memory) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StreamMemoryCodec.write(memory, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    static StreamMemory read(byte[] bytes) throws IOException {
        return StreamMemoryCodec.read(in(bytes));
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
