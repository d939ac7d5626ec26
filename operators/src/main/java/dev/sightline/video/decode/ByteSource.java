// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.io.IOException;

/**
 * Bytes of a medium that something other than FFmpeg fetches: an object store, HTTP, segments in a
 * row. One thread, except for {@link #cancel()}. Messages of its exceptions reach the user, so they
 * name no credential.
 */
public interface ByteSource extends AutoCloseable {

    /** Opens the same bytes anew, at their beginning, each time a medium is read. */
    @FunctionalInterface
    interface Factory {

        /**
         * Makes a source, which the caller closes. It must not wait for anything: what connects,
         * does so in the first call of the source, since only then it can be cancelled.
         *
         * @throws IOException if there can be no such source
         */
        ByteSource open() throws IOException;
    }

    /**
     * Reads what is there, and waits if nothing is.
     *
     * @param into where to put it
     * @param offset of the first byte in {@code into}
     * @param length how many bytes at most; at least 1
     * @return how many were read, at least 1; -1 at the end
     * @throws IOException if it cannot be read on, or was cancelled
     */
    int read(byte[] into, int offset, int length) throws IOException;

    /**
     * Whether {@link #seek} works; the answer is always the same.
     *
     * @throws IOException if that cannot be found out
     */
    boolean seekable() throws IOException;

    /**
     * How many bytes there are; -1 if not known.
     *
     * @throws IOException if that cannot be found out
     */
    long size() throws IOException;

    /**
     * Goes on reading at another place.
     *
     * @param position bytes from the beginning; not negative, may lie behind the end
     * @throws IOException if it cannot
     */
    void seek(long position) throws IOException;

    /**
     * Makes the call in progress fail soon, and all later ones at once; from any thread, also after
     * {@link #close()}. It does not wait.
     */
    void cancel();

    @Override
    void close();
}
