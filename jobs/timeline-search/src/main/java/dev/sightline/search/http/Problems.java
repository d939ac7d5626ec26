// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with problems, and keeps from the outside what went wrong inside. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void register(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> write(context, problem));
        routes.exception(HttpResponseException.class, Problems::ofServer);
        routes.exception(Exception.class, Problems::broken);
    }

    static void write(Context context, Problem problem) {
        problem.headers().forEach(context::header);
        context.status(problem.status());
        context.contentType(ProblemJson.MEDIA_TYPE);
        context.result(ProblemJson.of(problem).toString());
    }

    /** Javalin's own: no such path, another method. */
    private static void ofServer(HttpResponseException failure, Context context) {
        String detail =
                switch (failure.getStatus()) {
                    case 404 -> "there is nothing at this address; see api/v1/openapi.json";
                    case 405 -> "this address does not know the method " + context.method().name();
                    default -> "the request cannot be answered";
                };
        write(context, new Problem(failure.getStatus(), detail));
    }

    private static void broken(Exception failure, Context context) {
        if (failure instanceof EOFException
                || failure instanceof ClosedChannelException
                || failure.getCause() instanceof ClosedChannelException) {
            LOG.debug("the client went away", failure);
            return;
        }
        String incident = UUID.randomUUID().toString();
        LOG.error("incident {} at {} {}", incident, context.method(), context.path(), failure);
        if (context.res().isCommitted()) {
            // Half an answer must not look like a whole one.
            throw new IllegalStateException("incident " + incident + " in mid-answer");
        }
        write(
                context,
                new Problem(
                        Problem.BROKEN,
                        "something is broken here; the log of the service has it as incident "
                                + incident));
    }
}
