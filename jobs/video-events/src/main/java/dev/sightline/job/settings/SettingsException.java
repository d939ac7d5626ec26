// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import java.util.List;

/** Settings that cannot be used; the message names all problems, one a line. */
public class SettingsException extends RuntimeException {

    public SettingsException(String message) {
        super(message);
    }

    SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
