// SPDX-License-Identifier: Apache-2.0
package dev.sightline.picture;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;
import org.apache.flink.core.fs.local.LocalFileSystem;

/** The local file system under the scheme {@code moody}: it fails or hangs as a test wants. */
public final class MoodyFileSystem extends LocalFileSystem {

    static final String SCHEME = "moody";

    /** What it does when a file is created. */
    enum Mood {
        /** Works. */
        WELL,
        /** Throws. */
        FAILS,
        /** Throws what no file system should. */
        BREAKS,
        /** Waits until its mood changes. */
        HANGS,
        /** Works, but does not rename onto a file that is there. */
        PICKY
    }

    private static volatile Mood mood = Mood.WELL;
    private static volatile CountDownLatch released = new CountDownLatch(0);

    /** Flink finds it as a service. */
    public static final class Factory implements FileSystemFactory {

        @Override
        public String getScheme() {
            return SCHEME;
        }

        @Override
        public FileSystem create(URI uri) {
            return new MoodyFileSystem();
        }
    }

    static void set(Mood next) {
        CountDownLatch before = released;
        released = new CountDownLatch(next == Mood.HANGS ? 1 : 0);
        mood = next;
        before.countDown();
    }

    static URI uri(Path folder) {
        return URI.create(SCHEME + "://" + folder.toUri().getRawPath().replaceFirst("/$", ""));
    }

    @Override
    public FSDataOutputStream create(org.apache.flink.core.fs.Path path, FileSystem.WriteMode mode)
            throws IOException {
        switch (mood) {
            case FAILS -> throw new IOException("the store is away");
            case BREAKS -> throw new IllegalStateException("a defect of the store");
            case HANGS -> await();
            default -> {
                // It works.
            }
        }
        return super.create(path, mode);
    }

    private static void await() throws IOException {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public boolean rename(org.apache.flink.core.fs.Path from, org.apache.flink.core.fs.Path to)
            throws IOException {
        return (mood != Mood.PICKY || !exists(to)) && super.rename(from, to);
    }
}
