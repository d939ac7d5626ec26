// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Writes pictures of the clock to a packager, each when its time has come, until it ends. */
final class ClockFeed {

    private static final int SIZE = 128;
    private static final int RATE = 10;
    private static final int MILLIS = 1000 / RATE;

    private ClockFeed() {}

    /** How a packager is to read and code what is fed to it: a keyframe each second. */
    static List<String> arguments() {
        String size = SIZE + "x" + SIZE;
        String rate = Integer.toString(RATE);
        return List.of(
                ("-f rawvideo -pixel_format gray -video_size " + size + " -framerate " + rate)
                        .concat(" -i pipe:0 -c:v libopenh264 -b:v 150k -pix_fmt yuv420p -g " + rate)
                        .split(" "));
    }

    static void start(Packager packager) {
        Thread thread = new Thread(() -> feed(packager), "clock-feed");
        thread.setDaemon(true);
        thread.start();
    }

    private static void feed(Packager packager) {
        try (OutputStream pictures = packager.input()) {
            // The packager takes the first picture for one of the moment in which it arrives.
            while (!packager.ready()) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            long began = System.nanoTime();
            long wall = System.currentTimeMillis();
            for (int frame = 0; packager.running(); frame++) {
                long due = began + TimeUnit.MILLISECONDS.toNanos((long) frame * MILLIS);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                pictures.write(CounterPicture.grey(wall + (long) frame * MILLIS, SIZE, SIZE));
                pictures.flush();
            }
        } catch (IOException | InterruptedException e) {
            // The packager has ended.
        }
    }
}
