// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.time.Instant;

/**
 * A model stopped serving.
 *
 * @param jobId the job that it concerns
 * @param time when
 * @param message why, and what to do
 */
public record ModelIncident(String jobId, Instant time, String message) {}
