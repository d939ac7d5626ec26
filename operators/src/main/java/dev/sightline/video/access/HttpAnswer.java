// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import okhttp3.Call;
import okhttp3.Response;

/** A successful answer to a request, whose body is still to be read. One thread; to be closed. */
public final class HttpAnswer implements AutoCloseable {

    private static final int BUFFER = 8 * 1024;

    private final Call call;
    private final Response response;
    private final Runnable onClose;

    HttpAnswer(Call call, Response response, Runnable onClose) {
        this.call = call;
        this.response = response;
        this.onClose = onClose;
    }

    /** 200, or 206 if it is the part that was asked for. */
    public int status() {
        return response.code();
    }

    /** The value of a header, or an empty text. */
    public String header(String name) {
        String value = response.header(name);
        return value == null ? "" : value;
    }

    /** Bytes of the body; -1 if the server does not say. */
    public long length() {
        return response.body().contentLength();
    }

    /** Where the answer comes from, behind all redirects. May hold tokens of the server. */
    public URI uri() {
        return response.request().url().uri();
    }

    /**
     * Reads on; blocks.
     *
     * @return how many bytes; -1 at the end
     * @throws HttpFailure if the connection broke, was too slow, or was cancelled
     */
    public int read(byte[] into, int offset, int length) throws IOException {
        InputStream body = response.body().byteStream();
        try {
            return body.read(into, offset, length);
        } catch (IOException e) {
            throw HttpReader.failure(response.request().url().host(), e);
        }
    }

    /**
     * Reads the whole body.
     *
     * @param most its largest size in bytes
     * @param tooLarge what to say if it has more
     */
    byte[] all(int most, String tooLarge) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int n = read(buffer, 0, BUFFER); n >= 0; n = read(buffer, 0, BUFFER)) {
            all.write(buffer, 0, n);
            if (all.size() > most) {
                throw new AccessRefused(tooLarge);
            }
        }
        return all.toByteArray();
    }

    @Override
    public void close() {
        call.cancel(); // or the rest of a long body would be waited for
        response.close();
        onClose.run();
    }
}
