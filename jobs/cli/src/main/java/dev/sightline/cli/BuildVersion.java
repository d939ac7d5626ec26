// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.job.VideoEventsJob;
import picocli.CommandLine.IVersionProvider;

/** Says which build this is. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        // Of the job's jar: the command itself is run from its folder of classes.
        String version = VideoEventsJob.class.getPackage().getImplementationVersion();
        return new String[] {"sightline " + (version == null ? "dev" : version)};
    }
}
