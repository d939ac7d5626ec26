// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import dev.sightline.video.access.AllowedHosts;
import dev.sightline.video.access.SecretStore;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.live.ConnectionSettings;
import dev.sightline.video.live.LiveSettings;
import dev.sightline.video.live.Registration;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * Which live streams to watch, and how.
 *
 * @param streams those of the settings
 * @param topic whether those of the control topic are watched too
 * @param trustRegistrations whether they are believed that they may name private addresses
 * @param allowed hosts that they may name besides those of the public network
 * @param secretsFolder of mounted secrets; empty for none
 * @param silence longest time in which a stream sends nothing
 * @param rtspOverUdp how RTSP's media come
 * @param live how streams that are lost, or too fast, are treated
 * @param heartbeat time between two heartbeats of a stream
 * @param clockDrift a drift of this much is told
 */
public record StreamSettings(
        List<Registration> streams,
        boolean topic,
        boolean trustRegistrations,
        AllowedHosts allowed,
        String secretsFolder,
        Duration silence,
        boolean rtspOverUdp,
        LiveSettings live,
        Duration heartbeat,
        Duration clockDrift)
        implements Serializable {

    /** Whether the job watches live streams at all; if it does, it never ends. */
    public boolean any() {
        return topic || !streams.isEmpty();
    }

    /** How they are reached and decoded. */
    public ConnectionSettings connections(DecoderSettings decoder) {
        return new ConnectionSettings(
                decoder.within(silence), allowed, new SecretStore(secretsFolder), rtspOverUdp);
    }
}
