// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import java.util.List;

/** Settings that cannot be used; the message names all problems, one a line. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }

    SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
