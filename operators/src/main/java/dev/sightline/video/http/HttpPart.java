// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.http;

import dev.sightline.video.access.HttpAnswer;
import dev.sightline.video.access.HttpFailure;
import dev.sightline.video.access.HttpReader;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * Reads a part of a resource in sequence. Where a connection breaks, it goes on at the byte where
 * it was, if the resource is still the same; a server that hands out no ranges sends again what was
 * read before. One thread; {@link HttpReader#cancel} ends its waits.
 */
public final class HttpPart implements AutoCloseable {

    private static final int SKIPPED_AT_ONCE = 16 * 1024;

    private final HttpReader http;
    private final URI uri;
    private final ByteRange range;
    private final Retry.Tries tries;
    private HttpAnswer answer;
    private HttpContent content;
    private long position;
    private boolean complete;

    /**
     * Nothing is asked for before the first read.
     *
     * @param retry what to do where nothing arrives
     */
    public HttpPart(HttpReader http, URI uri, ByteRange range, Retry retry) {
        this.http = http;
        this.uri = uri;
        this.range = range;
        this.tries = retry.new Tries(http.stop());
        this.position = range.from();
    }

    /**
     * Connects, if it is not yet.
     *
     * @return what the server says of the whole resource
     * @throws IOException if it cannot be had within the patience, or was cancelled
     */
    public HttpContent open() throws IOException {
        while (answer == null && !complete) {
            try {
                connect();
            } catch (IOException e) {
                disconnect();
                tries.await(e);
            }
        }
        return content;
    }

    /**
     * Reads on; blocks.
     *
     * @return how many bytes; -1 at the end of the part
     * @throws IOException if it cannot be read on within the patience, or was cancelled
     */
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!complete) {
            open();
            try {
                int most = (int) Math.min(length, range.to() - position);
                int read = most == 0 ? -1 : answer.read(into, offset, most);
                if (read >= 0) {
                    position += read;
                    tries.succeed();
                    return read;
                }
                complete = isComplete();
                disconnect();
            } catch (IOException e) {
                disconnect();
                tries.await(e);
            }
        }
        return -1;
    }

    /** Some servers close a connection in the middle without any sign that it is not the end. */
    private boolean isComplete() throws HttpFailure {
        long end = content.size() < 0 ? range.to() : Math.min(content.size(), range.to());
        if (position < end && end != ByteRange.END) {
            throw new HttpFailure(
                    uri.getHost() + " ended the connection at byte " + position + " of " + end, 0);
        }
        return true;
    }

    private void connect() throws IOException {
        answer = http.get(uri, Map.of("Range", range.headerFrom(position)));
        HttpContent now = HttpContent.of(answer);
        if (content != null && !content.mayBe(now)) {
            throw new IOException("was changed while it was read");
        }
        content = now;
        skip(position - HttpContent.firstByte(answer));
    }

    private void skip(long bytes) throws IOException {
        if (bytes < 0) {
            throw new IOException(uri.getHost() + " sends another part than it was asked for");
        }
        byte[] skipped = new byte[(int) Math.min(bytes, SKIPPED_AT_ONCE)];
        for (long left = bytes; left > 0; ) {
            int read = answer.read(skipped, 0, (int) Math.min(left, skipped.length));
            if (read < 0) {
                throw new HttpFailure(uri.getHost() + " has no byte " + position + " to read", 0);
            }
            left -= read;
        }
    }

    /** The next byte to be read, counted from the beginning of the resource. */
    long position() {
        return position;
    }

    private void disconnect() {
        if (answer != null) {
            answer.close();
            answer = null;
        }
    }

    @Override
    public void close() {
        disconnect();
    }
}
