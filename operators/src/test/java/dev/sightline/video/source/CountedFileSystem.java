// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.core.fs.BlockLocation;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.local.LocalFileSystem;

/** Local files as if a store held them, at {@code counted://bucket/}; counts what is read. */
public final class CountedFileSystem extends LocalFileSystem {

    static final AtomicLong BYTES = new AtomicLong();
    static final AtomicLong REQUESTS = new AtomicLong();

    private static final String BUCKET = "counted://bucket";

    private static volatile CountDownLatch stuck = new CountDownLatch(0);

    /** Makes Flink know the scheme. */
    public static final class Factory implements FileSystemFactory {

        @Override
        public String getScheme() {
            return "counted";
        }

        @Override
        public FileSystem create(URI uri) {
            return new CountedFileSystem();
        }
    }

    static String uri(java.nio.file.Path file) {
        return BUCKET + file.toAbsolutePath();
    }

    static void reset() {
        BYTES.set(0);
        REQUESTS.set(0);
    }

    /** Lets reads wait, whatever interrupts them, until {@link #goOn}. */
    static void getStuck() {
        stuck = new CountDownLatch(1);
    }

    static void goOn() {
        stuck.countDown();
    }

    @Override
    public URI getUri() {
        return URI.create(BUCKET + "/");
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        return new Stored(super.getFileStatus(path));
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        FileStatus[] local = super.listStatus(path);
        return Arrays.stream(local).map(Stored::new).toArray(FileStatus[]::new);
    }

    @Override
    public FSDataInputStream open(Path path) throws IOException {
        REQUESTS.incrementAndGet();
        return new Counted(super.open(path));
    }

    @Override
    public BlockLocation[] getFileBlockLocations(FileStatus file, long start, long length) {
        return new BlockLocation[0];
    }

    private record Stored(FileStatus local) implements FileStatus {

        @Override
        public long getLen() {
            return local.getLen();
        }

        @Override
        public long getBlockSize() {
            return local.getBlockSize();
        }

        @Override
        public short getReplication() {
            return 1;
        }

        @Override
        public long getModificationTime() {
            return local.getModificationTime();
        }

        @Override
        public long getAccessTime() {
            return 0;
        }

        @Override
        public boolean isDir() {
            return local.isDir();
        }

        @Override
        public Path getPath() {
            return new Path(BUCKET + new File(local.getPath().getPath()).getAbsolutePath());
        }
    }

    private static final class Counted extends FSDataInputStream {

        private final FSDataInputStream local;

        Counted(FSDataInputStream local) {
            this.local = local;
        }

        @Override
        public void seek(long position) throws IOException {
            REQUESTS.incrementAndGet();
            local.seek(position);
        }

        @Override
        public long getPos() throws IOException {
            return local.getPos();
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("one byte at a time");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            awaitStore();
            // Less than was asked for, as stores do.
            int read = local.read(into, offset, Math.min(length, 50_000));
            BYTES.addAndGet(Math.max(0, read));
            return read;
        }

        private static void awaitStore() {
            while (stuck.getCount() > 0) {
                try {
                    stuck.await();
                } catch (InterruptedException e) {
                    // Sockets do not care either.
                }
            }
        }

        @Override
        public void close() throws IOException {
            local.close();
        }
    }
}
