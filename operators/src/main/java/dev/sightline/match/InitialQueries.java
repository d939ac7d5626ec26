// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.ModelException;
import dev.sightline.event.MalformedRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queries that stand when a job is submitted: those of its settings, and those that the control
 * topic holds. A job that goes on from a savepoint may have others than the job that wrote it.
 *
 * @param commands a later one overrules an earlier one of the same id
 * @param submission tells one submission of the job from another; a job that recovers keeps its own
 */
public record InitialQueries(List<QueryCommand> commands, long submission) implements Serializable {

    private static final Logger LOG = LoggerFactory.getLogger(InitialQueries.class);

    /** Takes the list as it is. */
    public InitialQueries {
        commands = List.copyOf(commands);
    }

    /** Those that can be followed, ready to match. */
    List<ArmedQuery> armed(QueryArming arming) {
        List<ArmedQuery> armed = new ArrayList<>();
        for (QueryCommand command : commands) {
            if (command.isFeedback()) {
                continue;
            }
            try {
                armed.add(arming.arm(command.read(), command.sequence()));
            } catch (MalformedRequest | ModelException.NoVector e) {
                // The operator that answers control records makes an event of it.
                LOG.warn("query {}: {}", command.queryId(), e.getMessage());
            }
        }
        return armed;
    }
}
