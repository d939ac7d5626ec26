// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import org.apache.flink.api.connector.source.SourceEvent;

/** Tells a reader that a stream it watches is not wanted any more. */
record RegistrationRemoved(String streamId) implements SourceEvent {}
