// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

/** Stored samples do not fit a back-test; the message names the stream and what to do. */
public final class UnusableSamples extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableSamples(String message) {
        super(message);
    }
}
