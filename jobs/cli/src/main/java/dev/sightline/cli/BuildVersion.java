// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import picocli.CommandLine.IVersionProvider;

/** Says which build this is. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = BuildVersion.class.getPackage().getImplementationVersion();
        return new String[] {"sightline " + (version == null ? "dev" : version)};
    }
}
