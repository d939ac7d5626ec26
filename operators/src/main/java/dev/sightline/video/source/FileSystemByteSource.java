// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.decode.ByteSource;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.core.fs.Path;

/**
 * A file of one of Flink's file systems (an object store, HDFS) as bytes for FFmpeg. It is read in
 * pages, of which the last ones stay: containers make readers go back and forth by a little, and
 * each seek may cost the store a request.
 */
final class FileSystemByteSource implements ByteSource {

    static final int PAGE_BYTES = 128 * 1024;

    /** Four megabytes a reader. */
    private static final int PAGES = 32;

    /** So much in front of what was read last costs less to read than a request. */
    private static final int PAGES_READ_THROUGH = 2;

    private final StoredFile file;
    private final Map<Long, byte[]> pages = new RecentPages();
    private long nextPage;
    private long position;

    private static final class RecentPages extends LinkedHashMap<Long, byte[]> {

        private static final long serialVersionUID = 1L;

        RecentPages() {
            super(PAGES, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > PAGES;
        }
    }

    FileSystemByteSource(Path path) {
        this.file = new StoredFile(path);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        byte[] page = page(position / PAGE_BYTES);
        int from = (int) (position % PAGE_BYTES);
        if (from >= page.length) {
            return -1;
        }
        int count = Math.min(length, page.length - from);
        System.arraycopy(page, from, into, offset, count);
        position += count;
        return count;
    }

    private byte[] page(long number) throws IOException {
        byte[] known = pages.get(number);
        if (known != null) {
            return known;
        }
        boolean near = number > nextPage && number - nextPage <= PAGES_READ_THROUGH;
        byte[] page = null;
        for (long next = near ? nextPage : number; next <= number; next++) {
            page = file.read(next * PAGE_BYTES, PAGE_BYTES);
            pages.put(next, page);
        }
        nextPage = number + 1;
        return page;
    }

    @Override
    public boolean seekable() {
        return true;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public void seek(long to) {
        position = to;
    }

    @Override
    public void cancel() {
        file.cancel();
    }

    @Override
    public void close() {
        file.close();
    }
}
