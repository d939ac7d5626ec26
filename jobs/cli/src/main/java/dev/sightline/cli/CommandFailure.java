// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

/** A command cannot go on; the message says why and what to do. */
final class CommandFailure extends RuntimeException {

    CommandFailure(String message) {
        super(message);
    }

    CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
