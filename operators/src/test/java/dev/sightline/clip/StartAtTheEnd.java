// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import org.slf4j.LoggerFactory;

/** A process that ends before ONNX Runtime was started, as one does that is stopped early. */
final class StartAtTheEnd {

    private StartAtTheEnd() {}

    public static void main(String[] arguments) {
        LoggerFactory.getLogger(StartAtTheEnd.class).debug("has its log long before");
        Runtime.getRuntime().addShutdownHook(new Thread(StartAtTheEnd::start));
    }

    private static void start() {
        Thread starter = new Thread(OnnxRuntimeStart::ensure);
        starter.start();
        try {
            starter.join(3000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.println(starter.isAlive() ? "waits" : "went on");
    }
}
