// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.http;

import dev.sightline.video.access.HttpFailure;
import dev.sightline.video.access.HttpReader;
import dev.sightline.video.decode.ByteSource;
import java.io.IOException;
import java.net.URI;

/** A file behind HTTP; seekable if the server hands out ranges. Owns its reader. */
public final class HttpByteSource implements ByteSource {

    /** Reading over a gap is cheaper than asking anew, up to about this many bytes. */
    private static final int NEAR = 64 * 1024;

    private static final int NOT_SATISFIABLE = 416;

    private final HttpReader http;
    private final URI uri;
    private final Retry retry;
    private HttpPart part;
    private HttpContent content;
    private long position;

    /**
     * @param http is closed with this source
     * @param uri of the file
     * @param retry what to do where nothing arrives
     */
    public HttpByteSource(HttpReader http, URI uri, Retry retry) {
        this.http = http;
        this.uri = uri;
        this.retry = retry;
    }

    /**
     * What the server says of the file.
     *
     * @throws IOException if it cannot be had, or was cancelled
     */
    public HttpContent content() throws IOException {
        if (content == null) {
            part = new HttpPart(http, uri, ByteRange.WHOLE, retry);
            content = part.open();
        }
        return content;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (content().size() >= 0 && position >= content().size()) {
            return -1;
        }
        if (part == null) {
            part = new HttpPart(http, uri, new ByteRange(position, ByteRange.END), retry);
            refuseChanged(open());
        }
        int read = part.read(into, offset, length);
        position += Math.max(0, read);
        return read;
    }

    private HttpContent open() throws IOException {
        try {
            return part.open();
        } catch (HttpFailure e) {
            if (e.status() == NOT_SATISFIABLE) {
                throw new IOException("was changed while it was read", e);
            }
            throw e;
        }
    }

    private void refuseChanged(HttpContent now) throws IOException {
        if (!content.mayBe(now)) {
            throw new IOException("was changed while it was read");
        }
    }

    @Override
    public boolean seekable() throws IOException {
        return content().ranged() && content().size() >= 0;
    }

    @Override
    public long size() throws IOException {
        return content().size();
    }

    @Override
    public void seek(long to) throws IOException {
        if (to == position) {
            return;
        }
        if (!seekable()) {
            throw new IOException(uri.getHost() + " hands out no parts of files");
        }
        if (part != null && to > position && to - position <= NEAR) {
            readOver((int) (to - position));
        }
        if (part != null && to != position) {
            part.close();
            part = null;
        }
        position = to;
    }

    private void readOver(int bytes) throws IOException {
        byte[] gap = new byte[bytes];
        for (int done = 0; done < bytes; ) {
            int read = read(gap, 0, bytes - done);
            if (read < 0) {
                return;
            }
            done += read;
        }
    }

    @Override
    public void cancel() {
        http.cancel();
    }

    @Override
    public void close() {
        if (part != null) {
            part.close();
        }
        http.close();
    }
}
