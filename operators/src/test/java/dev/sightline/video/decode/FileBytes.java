// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The bytes of a local file by way of our own callbacks. */
class FileBytes implements ByteSource {

    private final RandomAccessFile file;
    private final boolean seekable;
    private volatile boolean cancelled;

    FileBytes(Path path, boolean seekable) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "r");
        this.seekable = seekable;
    }

    static MediaInput of(Path path) {
        return new MediaInput.Bytes(() -> new FileBytes(path, true), MediaInput.FILE_FORMATS);
    }

    static MediaInput inSequence(Path path) {
        return new MediaInput.Bytes(() -> new FileBytes(path, false), MediaInput.FILE_FORMATS);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (cancelled) {
            throw new IOException("cancelled");
        }
        return file.read(into, offset, Math.min(length, 10_000));
    }

    @Override
    public boolean seekable() {
        return seekable;
    }

    @Override
    public long size() throws IOException {
        return file.length();
    }

    @Override
    public void seek(long position) throws IOException {
        if (!seekable) {
            throw new IllegalStateException("sought in a source that cannot");
        }
        file.seek(position);
    }

    boolean cancelled() {
        return cancelled;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
