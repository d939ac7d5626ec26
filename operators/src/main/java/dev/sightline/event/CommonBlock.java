// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

/**
 * What every event about a stream says; its fields stand at the top level of the JSON.
 *
 * @param streamId the stream
 * @param epoch which continuous timeline of it
 * @param time the time the event tells of, or null if the stream was never opened
 * @param source where it is read from
 * @param asset fingerprint of a file's content, or null
 * @param model the model
 * @param producer the job
 */
public record CommonBlock(
        String streamId,
        long epoch,
        TimeBlock time,
        SourceBlock source,
        String asset,
        ModelBlock model,
        ProducerBlock producer) {}
