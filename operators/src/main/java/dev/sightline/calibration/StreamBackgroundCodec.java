// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes what has been learnt of a stream, and reads it again. */
public final class StreamBackgroundCodec {

    private static final int VERSION = 2;

    /** First version in which pictures are prepared before they count. */
    private static final int PREPARING = 2;

    private StreamBackgroundCodec() {}

    /** Writes it, with the version of its form. */
    public static void write(StreamBackground background, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        StreamPictures pictures = background.pictures();
        writePictures(pictures.bank(), out);
        writePictures(pictures.waiting(), out);
        out.writeLong(pictures.seen());
        out.writeLong(pictures.generation());
        out.writeByte(pictures.preparing());
        FalseAlarms alarms = background.falseAlarms();
        out.writeDouble(alarms.sentenceDays());
        out.writeShort(alarms.begun().length);
        for (double begun : alarms.begun()) {
            out.writeDouble(begun);
        }
        out.writeShort(alarms.before().length);
        for (float before : alarms.before()) {
            out.writeFloat(before);
        }
        out.writeShort(alarms.held().length);
        out.write(alarms.held());
        out.write(alarms.weak());
    }

    private static void writePictures(List<StoredPicture> pictures, DataOutput out)
            throws IOException {
        out.writeShort(pictures.size());
        for (StoredPicture picture : pictures) {
            out.writeShort(picture.values().length);
            out.write(picture.values());
            out.writeFloat(picture.step());
            out.writeInt(picture.shown().length);
            for (long shown : picture.shown()) {
                out.writeLong(shown);
            }
        }
    }

    /**
     * Reads it.
     *
     * @throws IOException if it has a form that this version does not know
     */
    public static StreamBackground read(DataInput in) throws IOException {
        int version = in.readByte();
        if (version < 1 || version > VERSION) {
            throw new IOException("a stream's background in form " + version);
        }
        StreamPictures pictures =
                new StreamPictures(
                        readPictures(in),
                        readPictures(in),
                        in.readLong(),
                        in.readLong(),
                        version < PREPARING ? 0 : in.readByte());
        double sentenceDays = in.readDouble();
        double[] begun = new double[in.readShort()];
        for (int i = 0; i < begun.length; i++) {
            begun[i] = in.readDouble();
        }
        float[] before = new float[in.readShort()];
        for (int i = 0; i < before.length; i++) {
            before[i] = in.readFloat();
        }
        byte[] held = bytes(in, in.readShort());
        byte[] weak = bytes(in, held.length);
        return new StreamBackground(
                pictures, new FalseAlarms(sentenceDays, begun, before, held, weak));
    }

    private static List<StoredPicture> readPictures(DataInput in) throws IOException {
        int count = in.readShort();
        List<StoredPicture> pictures = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] values = bytes(in, in.readShort());
            float step = in.readFloat();
            long[] shown = new long[in.readInt()];
            for (int j = 0; j < shown.length; j++) {
                shown[j] = in.readLong();
            }
            pictures.add(new StoredPicture(values, step, shown));
        }
        return List.copyOf(pictures);
    }

    private static byte[] bytes(DataInput in, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
