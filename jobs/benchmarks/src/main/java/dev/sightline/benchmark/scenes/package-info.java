// SPDX-License-Identifier: Apache-2.0
/**
 * How well programs find scene changes, and at what cost.
 *
 * <p>{@link dev.sightline.benchmark.scenes.ScenesCommand} is the program. {@link
 * dev.sightline.benchmark.scenes.Truth} is what is in a video, {@link
 * dev.sightline.benchmark.scenes.SceneProgram} a program that looks for it in a process of its own,
 * {@link dev.sightline.benchmark.scenes.Scorer} compares the two. Sightline itself is plugged in at
 * {@link dev.sightline.benchmark.scenes.SightlineScenes}, the others by the scripts beside the
 * classes.
 */
package dev.sightline.benchmark.scenes;
