// SPDX-License-Identifier: Apache-2.0
/**
 * The job's settings, from a YAML file and the command line, under the same names.
 *
 * <p>{@link dev.sightline.job.settings.Options} lists all, each of which is defined once in the
 * class of its group; {@link dev.sightline.job.settings.SettingsParser} reads them; {@link
 * dev.sightline.job.settings.Settings} holds the checked values.
 */
package dev.sightline.job.settings;
