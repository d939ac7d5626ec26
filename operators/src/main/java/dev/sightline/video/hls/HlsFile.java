// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import java.io.IOException;
import java.util.Optional;

/**
 * A playlist that has an end, read as one file. One whose time line breaks is refused there, as a
 * file has one time line; so is one of which a segment is missing, as a file that is read again
 * must be the same. Owns its stream.
 */
public final class HlsFile implements SequentialBytes {

    private final HlsStream stream;
    private HlsPeriod period;

    /**
     * @param stream is closed with this source
     */
    public HlsFile(HlsStream stream) {
        this.stream = stream;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (period == null) {
            period = begin();
        }
        int read = period.read(into, offset, length);
        if (read < 0) {
            refuseMore();
        }
        return read;
    }

    private HlsPeriod begin() throws IOException {
        Optional<HlsPeriod> first = stream.next();
        if (!stream.isEnded()) {
            throw new IOException(
                    "its playlist has no end: give a live stream with --stream instead");
        }
        refuseLoss(first.isEmpty() ? stream.lostAtEnd() : first.get().lost());
        return first.orElseThrow(() -> new IOException("its playlist has no segments"));
    }

    private void refuseMore() throws IOException {
        Optional<HlsPeriod> more = stream.next();
        refuseLoss(more.isEmpty() ? stream.lostAtEnd() : more.get().lost());
        if (more.isPresent()) {
            throw new IOException(
                    "its playlist has a discontinuity: give it with --stream, which can follow it");
        }
    }

    private static void refuseLoss(Loss loss) throws IOException {
        if (!loss.reason().isEmpty()) {
            throw new IOException(loss.reason());
        }
    }

    @Override
    public void cancel() {
        stream.cancel();
    }

    @Override
    public void close() {
        stream.close();
    }
}
