// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

/** Where the log of this process goes; standard error is for people. */
final class LogFile {

    private LogFile() {}

    /** The launcher names it; the logging configuration reads the same property. */
    static String path() {
        return System.getProperty("sightline.log", "not written");
    }
}
