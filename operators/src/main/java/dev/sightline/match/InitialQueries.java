// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.ModelException;
import dev.sightline.clip.SharedModels;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queries that stand when a job is submitted: those of its settings, and those that the control
 * topic holds. A job that goes on from a savepoint may have others than the job that wrote it.
 *
 * @param commands a later one overrules an earlier one of the same id, unless its version is lower
 *     or it cannot be served
 * @param submission tells one submission of the job from another; a job that recovers keeps its own
 */
public record InitialQueries(List<QueryCommand> commands, long submission) implements Serializable {

    private static final Logger LOG = LoggerFactory.getLogger(InitialQueries.class);

    /** Kept a while for a job that recovers. */
    private static final SharedModels<Submitted, ArmedAtStart> SHARED =
            new SharedModels<>(Duration.ofMinutes(1), armed -> {});

    private record Submitted(ArmingSettings settings, InitialQueries queries) {}

    /** Takes the list as it is. */
    public InitialQueries {
        commands = List.copyOf(commands);
    }

    /** Of those that are about queries. */
    Set<String> ids() {
        return commands.stream()
                .map(QueryCommand::queryId)
                .filter(QueryRequest::isId)
                .collect(Collectors.toSet());
    }

    /**
     * Takes a share in what becomes of them, ready to match. However many tasks of a process ask
     * for them, and however many queries there are, each is armed once. Every process arms for
     * itself: they have to be there before the first sample, which waits for no other process.
     *
     * @throws ModelException if the bundle cannot be used
     */
    SharedModels.Lease<ArmedAtStart> acquire(ArmingSettings settings) {
        return SHARED.acquire(new Submitted(settings, this), () -> load(settings));
    }

    private ArmedAtStart load(ArmingSettings settings) {
        if (ids().isEmpty()) {
            return ArmedAtStart.NONE;
        }
        try (SharedModels.Lease<QueryArming> lease = QueryArming.acquire(settings)) {
            return armed(lease.model()::arm);
        }
    }

    /** What becomes of them. */
    ArmedAtStart armed(QueryControl.Arming arming) {
        Map<String, ArmedQuery> armed = new LinkedHashMap<>();
        Map<QueryRequest, String> refused = new HashMap<>();
        QueryControl.Arming noting = noting(arming, refused);
        for (QueryCommand command : commands) {
            if (command.isFeedback()) {
                continue;
            }
            try {
                QueryRequest request = command.read();
                ArmedQuery known = armed.get(request.id());
                if (!request.isOutranked(known == null ? null : known.request())) {
                    armed.put(request.id(), noting.arm(request, command.sequence()));
                }
            } catch (MalformedRequest | ModelException.NoVector e) {
                // The operator that answers control records makes an event of it.
                LOG.warn("query {}: {}", command.queryId(), e.getMessage());
            }
        }
        return new ArmedAtStart(List.copyOf(armed.values()), refused);
    }

    private static QueryControl.Arming noting(
            QueryControl.Arming arming, Map<QueryRequest, String> refused) {
        return (request, sequence) -> {
            try {
                return arming.arm(request, sequence);
            } catch (MalformedRequest.Unsupported | ModelException.NoVector e) {
                refused.put(request, e.getMessage());
                throw e;
            }
        };
    }
}
