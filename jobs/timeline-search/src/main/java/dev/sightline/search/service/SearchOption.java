// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import java.util.Objects;

/**
 * A setting that can be given.
 *
 * @param key its name
 * @param text what it does, for help
 * @param standard its default as text, or null where there is none
 * @param list whether it can be given several times
 */
record SearchOption(String key, String text, String standard, boolean list) {

    SearchOption {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(text, "text");
    }

    static SearchOption of(String key, String standard, String text) {
        return new SearchOption(key, text, standard, false);
    }

    static SearchOption repeatable(String key, String text) {
        return new SearchOption(key, text, null, true);
    }

    /** What help says. */
    String help() {
        return standard == null ? text : text + " Default: " + standard + ".";
    }
}
