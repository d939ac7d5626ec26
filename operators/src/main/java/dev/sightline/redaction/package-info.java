// SPDX-License-Identifier: Apache-2.0
/**
 * Keeps credentials out of what leaves the process. {@link dev.sightline.redaction.Redaction} is
 * used by all who write an event, a log line or an exception about something that has an address.
 */
package dev.sightline.redaction;
