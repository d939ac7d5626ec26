// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes pictures to a video file. The same pictures give the same bytes in each run. The name says
 * which container it is: {@code .mp4}, {@code .mkv}, {@code .webm}, {@code .ts} or {@code .avi};
 * {@code .h264} is none.
 *
 * <p>One thread. A file is whole only after {@link #finish()}.
 */
public final class ClipWriter implements AutoCloseable {

    private final Muxer muxer;
    private Encoding encoding;
    private PictureEncoder encoder;
    private long lastPts = Long.MIN_VALUE;

    private ClipWriter(Muxer muxer, Encoding encoding) throws IOException {
        this.muxer = muxer;
        this.encoding = encoding;
        this.encoder = PictureEncoder.open(encoding, muxer.globalHeader());
    }

    /**
     * Begins a file; one that is there is replaced.
     *
     * @throws IOException if the file cannot be written, or container or encoder refuse the
     *     encoding
     */
    public static ClipWriter open(Path file, Encoding encoding) throws IOException {
        Muxer muxer = Muxer.open(file);
        ClipWriter writer = null;
        try {
            writer = new ClipWriter(muxer, encoding);
            muxer.start(writer.encoder.codec(), encoding);
            return writer;
        } catch (IOException e) {
            if (writer != null) {
                writer.encoder.close();
            }
            muxer.close();
            throw e;
        }
    }

    /**
     * Writes the next picture.
     *
     * @param picture in the size of the encoding
     * @param pts in units of the encoding's time base, greater than that of the picture before
     */
    public void write(Picture picture, long pts) throws IOException {
        try (PlanarPicture planes = PlanarPicture.of(picture, encoding.display().colours())) {
            write(planes, pts);
        }
    }

    void write(PlanarPicture picture, long pts) throws IOException {
        if (picture.width() != encoding.width() || picture.height() != encoding.height()) {
            throw new IllegalArgumentException(
                    "a picture of " + picture.width() + "x" + picture.height());
        }
        if (pts <= lastPts) {
            throw new IllegalArgumentException("PTS " + pts + " after " + lastPts);
        }
        lastPts = pts;
        encoder.encode(picture, pts, packet -> muxer.write(packet, encoder.codec()));
    }

    /**
     * Goes on with pictures of another size, as a camera does whose profile is changed.
     *
     * @throws IllegalStateException if the container holds the size for the whole file
     */
    public void resize(int width, int height) throws IOException {
        if (muxer.globalHeader()) {
            throw new IllegalStateException("only a .ts file can change its size");
        }
        drain();
        encoder.close();
        encoding = encoding.withSize(width, height);
        encoder = PictureEncoder.open(encoding, false);
    }

    /** Bytes in the file so far. */
    long position() {
        return muxer.position();
    }

    /** Writes what was held back, and the container's end. */
    public void finish() throws IOException {
        drain();
        muxer.finish();
    }

    private void drain() throws IOException {
        encoder.finish(packet -> muxer.write(packet, encoder.codec()));
    }

    @Override
    public void close() {
        encoder.close();
        muxer.close();
    }
}
