// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of one of Flink's file systems, opened with the first call. A thread of its own reads it:
 * few of those clients can be interrupted, so whoever waits for one must be able to go without it.
 * That thread ends when the call in progress does. One caller, except for {@link #cancel()}.
 */
final class StoredFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoredFile.class);

    private final Path path;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(StoredFile::thread);
    private FSDataInputStream stream;
    private long size;
    private volatile Future<?> running;
    private volatile boolean cancelled;

    StoredFile(Path path) {
        this.path = path;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "stored-file");
        thread.setDaemon(true);
        return thread;
    }

    /** Its length in bytes. */
    long size() throws IOException {
        return call(
                () -> {
                    open();
                    return size;
                });
    }

    /**
     * The bytes from a place on; fewer where the file ends.
     *
     * @param length how many at most
     */
    byte[] read(long from, int length) throws IOException {
        return call(
                () -> {
                    open();
                    return readOpened(from, length);
                });
    }

    private void open() throws IOException {
        if (stream == null) {
            size = path.getFileSystem().getFileStatus(path).getLen();
            stream = path.getFileSystem().open(path);
        }
    }

    private byte[] readOpened(long from, int length) throws IOException {
        byte[] bytes = new byte[(int) Math.min(length, Math.max(0, size - from))];
        // Going to where it stands makes some clients connect anew.
        if (bytes.length > 0 && stream.getPos() != from) {
            stream.seek(from);
        }
        int read = 0;
        while (read < bytes.length) {
            int more = stream.read(bytes, read, bytes.length - read);
            if (more < 0) {
                return Arrays.copyOf(bytes, read);
            }
            read += more;
        }
        return bytes;
    }

    private <T> T call(Callable<T> call) throws IOException {
        if (cancelled) {
            throw new IOException("cancelled");
        }
        Future<T> result = thread.submit(call);
        running = result;
        if (cancelled) {
            result.cancel(true);
        }
        try {
            return result.get();
        } catch (CancellationException e) {
            throw new IOException("cancelled", e);
        } catch (ExecutionException e) {
            throw new IOException(reason(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static String reason(Throwable failure) {
        return failure instanceof IOException known
                ? VideoFiles.reason(known)
                : String.valueOf(failure);
    }

    /** Makes the call in progress, and all later ones, fail at once; from any thread. */
    void cancel() {
        cancelled = true;
        Future<?> call = running;
        if (call != null) {
            call.cancel(true);
        }
    }

    @Override
    public void close() {
        if (!thread.isShutdown()) {
            thread.execute(this::closeStream);
            thread.shutdown();
        }
    }

    private void closeStream() {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (IOException e) {
            LOG.debug("cannot be closed", e);
        }
    }
}
