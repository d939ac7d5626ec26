// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of a file somebody asks for (RFC 9110).
 *
 * @param first the first one, from 0
 * @param last the last one
 */
record FileRange(long first, long last) {

    private static final int PARTIAL = 206;
    private static final int NOT_SATISFIABLE = 416;
    private static final int BLOCK = 256 * 1024;

    /** One range; what else there may be is answered with the whole file, as the RFC allows. */
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Sends a file, or the range of it that the request asks for. */
    static void send(Context context, Path file, String mediaType) throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            long size = channel.size();
            String tag = "\"" + size + "-" + Files.getLastModifiedTime(file).toMillis() + "\"";
            String sameAs = context.header("If-Range");
            boolean whole = sameAs != null && !sameAs.equals(tag);
            FileRange range = of(whole ? null : context.header("Range"), size);
            context.header("Accept-Ranges", "bytes").header("ETag", tag);
            context.header("Cache-Control", "private, max-age=0, must-revalidate");
            context.contentType(mediaType);
            if (range.last - range.first + 1 < size) {
                context.status(PARTIAL);
                context.header(
                        "Content-Range", "bytes " + range.first + "-" + range.last + "/" + size);
            }
            range.copy(channel, context);
        }
    }

    /**
     * Reads a header.
     *
     * @param header the header Range, or null
     * @param size of the file in bytes
     */
    static FileRange of(String header, long size) {
        FileRange all = new FileRange(0, size - 1);
        Matcher matcher = FORM.matcher(header == null ? "" : header.strip());
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return all;
        }
        long last = matcher.group(2).isEmpty() ? size - 1 : Long.parseLong(matcher.group(2));
        FileRange range =
                matcher.group(1).isEmpty()
                        ? new FileRange(Math.max(0, size - last), size - 1)
                        : new FileRange(Long.parseLong(matcher.group(1)), Math.min(last, size - 1));
        if (range.first > range.last) {
            throw new Problem(
                    NOT_SATISFIABLE,
                    "the file has " + size + " bytes",
                    null,
                    Map.of("Content-Range", "bytes */" + size));
        }
        return range;
    }

    private void copy(SeekableByteChannel channel, Context context) throws IOException {
        context.res().setContentLengthLong(last - first + 1);
        OutputStream out = context.res().getOutputStream();
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        channel.position(first);
        for (long left = last - first + 1; left > 0; ) {
            block.clear().limit((int) Math.min(BLOCK, left));
            int read = channel.read(block);
            if (read < 0) {
                throw new IOException("the file became shorter while it was sent");
            }
            out.write(block.array(), 0, read);
            left -= read;
        }
    }
}
