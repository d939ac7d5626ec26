// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

/** The timeline search did not answer, or refused; the message says why and what to do. */
final class SearchFailure extends RuntimeException {

    SearchFailure(String message) {
        super(message);
    }

    SearchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
