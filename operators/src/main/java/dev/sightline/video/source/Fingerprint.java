// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells one content from another without reading all of it: the size and a SHA-256, of a local file
 * over both ends ({@value #END_BYTES} bytes each), of another over its address, size and time.
 *
 * @param asset {@code size-hash}, the hash as 32 hexadecimal digits
 * @param epoch a number from 1 to 2^31 that follows from the content: a re-run has the same one, a
 *     file replaced under its name another
 */
public record Fingerprint(String asset, long epoch) {

    static final int END_BYTES = 64 * 1024;

    private static final int HASH_BYTES = 16;

    /**
     * Of a local file.
     *
     * @throws IOException if it cannot be read
     */
    public static Fingerprint of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            MessageDigest digest = sha256();
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, size));
            digest.update(read(channel, 0, Math.min(size, END_BYTES)));
            digest.update(read(channel, Math.max(0, size - END_BYTES), Math.min(size, END_BYTES)));
            return of(size, digest);
        }
    }

    /** Of a file whose content is too far away to be looked at. */
    static Fingerprint of(String uri, long size, long modified) {
        MessageDigest digest = sha256();
        digest.update(uri.getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(size).putLong(modified).flip());
        return of(size, digest);
    }

    private static Fingerprint of(long size, MessageDigest digest) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        String asset = size + "-" + HexFormat.of().formatHex(hash.array(), 0, HASH_BYTES);
        return new Fingerprint(asset, epoch(hash));
    }

    /** An epoch that follows from a text, for what has no content of its own. */
    static long epochOf(String text) {
        return epoch(ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static long epoch(ByteBuffer hash) {
        return (hash.getInt(0) & 0x7fffffffL) + 1;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static ByteBuffer read(FileChannel channel, long position, long length)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) length);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
            // Reads may be short; only the end of the file ends them.
        }
        return buffer.flip();
    }
}
