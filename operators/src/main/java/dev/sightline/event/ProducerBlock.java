// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

/**
 * Who made an event.
 *
 * @param job name of the job
 * @param version version of Sightline
 */
public record ProducerBlock(String job, String version) implements java.io.Serializable {}
