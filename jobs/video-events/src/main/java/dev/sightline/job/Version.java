// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

/** The version of this build. */
final class Version {

    private Version() {}

    /** As the jar's manifest has it, or {@code dev} outside of a jar. */
    static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
