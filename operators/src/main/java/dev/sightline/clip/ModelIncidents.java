// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What went wrong with a job's model in this process and was not told yet: the job fails with it,
 * so that only its next attempt can tell. The oldest are forgotten where nobody does. Thread-safe.
 *
 * <p>Static, in the class loader of the operators' jar, as the models are.
 */
public final class ModelIncidents {

    private static final int MOST = 64;

    private static final List<ModelIncident> WAITING = new ArrayList<>();

    private ModelIncidents() {}

    /** Keeps an incident, once however many samples it concerns. */
    public static synchronized void add(ModelIncident incident) {
        if (!WAITING.contains(incident)) {
            WAITING.add(incident);
        }
        if (WAITING.size() > MOST) {
            WAITING.remove(0);
        }
    }

    /** Takes those of a job; who cannot tell them for sure adds them again. */
    public static synchronized List<ModelIncident> take(String jobId) {
        List<ModelIncident> taken = new ArrayList<>();
        for (Iterator<ModelIncident> all = WAITING.iterator(); all.hasNext(); ) {
            ModelIncident next = all.next();
            if (next.jobId().equals(jobId)) {
                taken.add(next);
                all.remove();
            }
        }
        return taken;
    }
}
