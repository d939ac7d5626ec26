// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import org.apache.flink.api.connector.source.SourceEvent;

/** Tells the enumerator that a stream has ended: removed, or at the end that its sender told. */
record StreamFinished(Registration registration) implements SourceEvent {}
