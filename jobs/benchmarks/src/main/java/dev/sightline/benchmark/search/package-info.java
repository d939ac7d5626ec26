// SPDX-License-Identifier: Apache-2.0
/**
 * How fast the timeline search's index finds the nearest samples: {@link
 * dev.sightline.benchmark.search.SearchCommand} is the command, {@link
 * dev.sightline.benchmark.search.Scan} what is asked, an index or NumPy, {@link
 * dev.sightline.benchmark.search.Turns} asks them by turns, and {@link
 * dev.sightline.benchmark.search.TrueNeighbours} knows what is right.
 */
package dev.sightline.benchmark.search;
