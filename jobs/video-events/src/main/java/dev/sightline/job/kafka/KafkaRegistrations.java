// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import dev.sightline.job.settings.KafkaSettings;
import dev.sightline.video.live.Registration;
import dev.sightline.video.live.RegistrationFeed;
import dev.sightline.video.live.Registrations;
import java.util.List;
import java.util.function.Consumer;

/**
 * The streams of the settings and those of the control topic.
 *
 * @param fixed those of the settings
 */
public record KafkaRegistrations(
        KafkaSettings kafka, List<Registration> fixed, RegistrationReader reader)
        implements RegistrationFeed {

    @Override
    public AutoCloseable follow(Consumer<Registrations> registered) {
        RegistrationFollower follower = new RegistrationFollower(this, registered);
        follower.start();
        return follower;
    }
}
