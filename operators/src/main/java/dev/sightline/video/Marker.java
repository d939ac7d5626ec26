// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

/** A record of a stream's life that carries no picture; it passes the embedding stage unchanged. */
public sealed interface Marker extends TimelineRecord
        permits StreamStarted, SampleFailed, Gap, Shed, Reconnecting, StreamEnded, StreamFailed {}
