// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.repack;

import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.decode.MediaException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A video that is being converted. One thread takes its bytes; {@link #close()} may be called by
 * any, and ends it at once. It ends by itself when neither the file yields anything nor the viewer
 * takes anything for a while.
 */
public final class RepackedVideo implements AutoCloseable {

    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int END_SECONDS = 5;

    private final Process process;
    private final ProgramWords words;
    private final RepackPlan plan;
    private final long startMs;
    private final long patienceNanos;
    private final Consumer<RepackedVideo> ended;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int waiting;
    private volatile long lastProgress = System.nanoTime();

    private RepackedVideo(Process process, RepackCommand command, Consumer<RepackedVideo> ended) {
        this.process = process;
        this.words = ProgramWords.of(process.getErrorStream());
        this.plan = command.plan();
        this.startMs = command.start().mediaMs();
        this.patienceNanos = command.settings().patience().toNanos();
        this.ended = ended;
    }

    /**
     * Starts the program.
     *
     * @param ended told once, when it was closed
     */
    static RepackedVideo start(RepackCommand command, Path file, Consumer<RepackedVideo> ended)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.arguments(file));
        // It needs nothing of what the service was told, secrets among it.
        builder.environment().clear();
        Process process = builder.start();
        boolean begun = false;
        try {
            process.getOutputStream().close();
            RepackedVideo video = new RepackedVideo(process, command, ended);
            begun = true;
            return video;
        } finally {
            if (!begun) {
                process.destroyForcibly();
            }
        }
    }

    /** Waits for the first bytes, so that a file that cannot be converted is known before. */
    void awaitFirst() throws IOException, MediaException {
        waiting = process.getInputStream().read(chunk);
        lastProgress = System.nanoTime();
        if (closed.get()) {
            throw new IOException("the conversion was ended before it yielded anything");
        }
        if (waiting < 0) {
            throw new MediaException(Category.DECODE, "cannot be converted: " + words.last());
        }
    }

    /** Media time of its first moment, in milliseconds: its own time is as much less. */
    public long startMs() {
        return startMs;
    }

    /** {@code video/mp4} or {@code video/webm}. */
    public String contentType() {
        return plan.contentType();
    }

    /** Whether the pictures are the file's own, so that it begins at a keyframe. */
    public boolean copied() {
        return plan.copies();
    }

    /** What the viewer should know, each a sentence. */
    public List<String> notes() {
        return plan.notes();
    }

    /**
     * Writes it to its end; to be called once. Little is kept in memory: who takes slowly makes the
     * program wait.
     *
     * @throws RepackEnded if it was closed
     * @throws IOException if the viewer has gone, or the program failed on the way
     */
    public void writeTo(OutputStream out) throws IOException {
        InputStream in = process.getInputStream();
        try {
            while (waiting >= 0) {
                out.write(chunk, 0, waiting);
                out.flush();
                lastProgress = System.nanoTime();
                waiting = in.read(chunk);
                lastProgress = System.nanoTime();
            }
            check();
        } catch (IOException e) {
            // Who closes it ends the program, so that reading fails.
            throw closed.get() && !(e instanceof RepackEnded) ? ended(e) : e;
        } finally {
            close();
        }
    }

    private static RepackEnded ended(IOException cause) {
        RepackEnded ended = new RepackEnded();
        ended.initCause(cause);
        return ended;
    }

    private void check() throws IOException {
        if (closed.get()) {
            throw new RepackEnded();
        }
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("the conversion broke off: " + words.last());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    void endIfStuck() {
        if (System.nanoTime() - lastProgress > patienceNanos) {
            close();
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            process.destroyForcibly();
            ended.accept(this);
        }
    }
}
