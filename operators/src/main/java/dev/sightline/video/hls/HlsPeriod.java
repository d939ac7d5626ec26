// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import dev.sightline.video.access.HttpReader;
import dev.sightline.video.access.StopSignal;
import dev.sightline.video.http.HttpPart;
import java.io.IOException;
import java.util.Optional;

/**
 * The bytes of segments between two breaks of the time line; one medium for a decoder. It ends
 * where the time line breaks, where something was lost, and with the stream; what follows is the
 * next period. Can be read once. Closing or cancelling it leaves the stream open.
 */
public final class HlsPeriod implements SequentialBytes {

    private final HlsStream stream;
    private final HttpReader http;
    private final StopSignal stop;
    private final Loss lost;
    private final SegmentPlaces places = new SegmentPlaces();
    private HttpPart initialization;
    private HttpPart part;
    private long offset;
    private boolean over;

    /** Begins with a segment that was opened. */
    HlsPeriod(HlsStream stream, HttpReader http, Loss lost, HlsStream.Opened first) {
        this.stream = stream;
        this.http = http;
        this.stop = http.stop();
        this.lost = lost;
        this.initialization = first.initialization();
        begin(first);
    }

    private void begin(HlsStream.Opened opened) {
        part = opened.part();
        places.add(opened.segment(), offset);
    }

    /** What of the stream was lost between the period before and this one. */
    public Loss lost() {
        return lost;
    }

    /**
     * The segment that a byte lies in; none for bytes that were read long ago. From any thread.
     *
     * @param byteOffset from the beginning of the period, a packet's position for example
     */
    public Optional<SegmentPlace> segmentAt(long byteOffset) {
        return places.at(byteOffset);
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        while (!over) {
            int read = readPart(into, at, length);
            if (read >= 0) {
                offset += read;
                return read;
            }
            goOn();
        }
        return -1;
    }

    private int readPart(byte[] into, int at, int length) throws IOException {
        try {
            return (initialization == null ? part : initialization).read(into, at, length);
        } catch (IOException e) {
            stream.lose(e);
            over = true;
            return -1;
        }
    }

    private void goOn() throws IOException {
        if (over) {
            return;
        }
        if (initialization != null) {
            initialization.close();
            initialization = null;
        } else {
            closePart();
            stream.pass();
            Optional<HlsStream.Opened> next = stream.openNext(true);
            next.ifPresent(this::begin);
            over = next.isEmpty();
        }
    }

    /**
     * Closes it.
     *
     * @return whether it was left in the middle of a segment
     */
    boolean abandon() {
        boolean left = !over && part != null;
        over = true;
        close();
        return left;
    }

    @Override
    public void cancel() {
        http.cancelPart(stop);
    }

    @Override
    public void close() {
        if (initialization != null) {
            initialization.close();
        }
        closePart();
    }

    private void closePart() {
        if (part != null) {
            part.close();
            part = null;
        }
    }
}
