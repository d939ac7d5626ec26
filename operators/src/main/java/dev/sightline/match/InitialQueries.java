// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.io.Serializable;
import java.util.List;

/**
 * The queries that stand when a job is submitted: those of its settings, and those that the control
 * topic holds. A job that goes on from a savepoint may have others than the job that wrote it.
 *
 * @param commands a later one overrules an earlier one of the same id
 * @param submission tells one submission of the job from another; a job that recovers keeps its own
 */
public record InitialQueries(List<QueryCommand> commands, long submission) implements Serializable {

    /** Takes the list as it is. */
    public InitialQueries {
        commands = List.copyOf(commands);
    }
}
