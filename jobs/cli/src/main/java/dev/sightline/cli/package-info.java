// SPDX-License-Identifier: Apache-2.0
/**
 * The {@code sightline} command.
 *
 * <p>{@link dev.sightline.cli.Sightline} has the subcommands; {@link dev.sightline.cli.LocalJob}
 * runs the job in this process, {@link dev.sightline.cli.BrokerProcess} a broker in another and
 * {@link dev.sightline.cli.SearchProcess} a timeline search in a third; {@link
 * dev.sightline.cli.EventReader} reads events back from Kafka, {@link
 * dev.sightline.cli.SearchClient} asks a timeline search.
 */
package dev.sightline.cli;
