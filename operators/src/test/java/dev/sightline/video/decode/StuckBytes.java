// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The bytes of a file, of which nothing comes any more behind a place until it is cancelled. */
final class StuckBytes extends FileBytes {

    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final long from;
    private long read;

    /**
     * @param from how many bytes are read before
     */
    StuckBytes(Path path, long from) throws IOException {
        super(path, false);
        this.from = from;
    }

    MediaInput input() {
        return new MediaInput.Bytes(() -> this, MediaInput.FILE_FORMATS);
    }

    void awaitStuck() throws InterruptedException {
        stuck.await();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (read >= from) {
            stuck.countDown();
            try {
                cancelled.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        int now = super.read(into, offset, length);
        read += now;
        return now;
    }

    @Override
    public void cancel() {
        super.cancel();
        cancelled.countDown();
    }
}
