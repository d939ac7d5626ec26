// SPDX-License-Identifier: Apache-2.0
/**
 * How timeline records cross the wire and enter checkpoints: own, versioned serializers for
 * immutable records, so that nothing goes through Kryo and a chained hop copies no pixels.
 *
 * <p>{@link dev.sightline.video.wire.TimelineSerializer} writes everything but pixels and vectors;
 * {@link dev.sightline.video.wire.SampleSerializer} adds the samples of the source.
 */
package dev.sightline.video.wire;
