// SPDX-License-Identifier: Apache-2.0
/**
 * Programs that measure Sightline against others and print one table each.
 *
 * <p>{@link dev.sightline.benchmark.Benchmark} is the command; its subcommands are in the packages
 * below. Nothing depends on this module.
 */
package dev.sightline.benchmark;
