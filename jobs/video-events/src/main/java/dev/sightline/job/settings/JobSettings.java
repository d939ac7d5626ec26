// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import java.io.Serializable;
import java.time.Duration;

/**
 * How the job runs.
 *
 * @param name of the job
 * @param parallelism tasks of each stage; 0 for the cluster's default
 * @param checkpointInterval time between checkpoints
 * @param checkpointDir URI, or null for the cluster's own
 */
public record JobSettings(
        String name, int parallelism, Duration checkpointInterval, String checkpointDir)
        implements Serializable {}
