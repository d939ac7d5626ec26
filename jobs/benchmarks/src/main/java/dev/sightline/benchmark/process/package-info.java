// SPDX-License-Identifier: Apache-2.0
/**
 * Other programs, run and measured: {@link dev.sightline.benchmark.process.MeasuredCommand} runs
 * one, {@link dev.sightline.benchmark.process.Measurement} says what it took, {@link
 * dev.sightline.benchmark.process.Programs} finds them.
 */
package dev.sightline.benchmark.process;
