// SPDX-License-Identifier: Apache-2.0
/**
 * Whether a live stream's day leaves anything behind: state and memory over 24 simulated hours.
 *
 * <p>{@link dev.sightline.benchmark.day.DayCommand} is the program. The stages are those of the
 * real job; {@code SimulatedCamera} stands where streams are connected to and moves the clock that
 * the source goes by, {@code StubEncoder} in place of the image tower. {@code DayRun} lets the
 * simulation stand still while it measures, {@code Flatness} judges.
 */
package dev.sightline.benchmark.day;
