// SPDX-License-Identifier: Apache-2.0
package dev.sightline.picture;

/** What a picture is of; each kind has a folder of its own and a retention of its own. */
public enum PictureKind {
    /** The first sample of a scene. */
    SCENES("scenes"),
    /** The best sample of a match. */
    MATCHES("matches"),
    /** Any sample. */
    SAMPLES("samples");

    private final String folder;

    PictureKind(String folder) {
        this.folder = folder;
    }

    /** Name of its folder below the location. */
    String folder() {
        return folder;
    }
}
