// SPDX-License-Identifier: Apache-2.0
/**
 * What it costs to take one frame a second out of a video, and how exact the time stamps are.
 *
 * <p>{@link dev.sightline.benchmark.sampler.SamplerCommand} is the program. {@link
 * dev.sightline.benchmark.sampler.Encodes} makes the videos, {@link
 * dev.sightline.benchmark.sampler.SamplerPrograms} lists what is measured. Sightline is plugged in
 * at {@link dev.sightline.benchmark.sampler.SightlineSampler}.
 */
package dev.sightline.benchmark.sampler;
