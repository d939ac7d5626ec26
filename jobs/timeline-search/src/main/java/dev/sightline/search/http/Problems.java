// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.clip.ModelException;
import dev.sightline.search.query.InvalidSearch;
import dev.sightline.search.query.QueriesUnavailable;
import dev.sightline.search.query.QueryTooLarge;
import dev.sightline.video.repack.RepackEnded;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with problems, and keeps from the outside what went wrong inside. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final int RETRY_SECONDS = 30;

    private Problems() {}

    static void register(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> write(context, problem));
        routes.exception(
                InvalidSearch.class,
                (wrong, context) ->
                        write(context, Problem.said(wrong.field(), wrong.getMessage())));
        routes.exception(ModelException.class, Problems::withoutModel);
        routes.exception(QueriesUnavailable.class, Problems::withoutKafka);
        routes.exception(
                QueryTooLarge.class,
                (large, context) ->
                        write(context, new Problem(Problem.TOO_LARGE, large.getMessage())));
        routes.exception(HttpResponseException.class, Problems::ofServer);
        routes.exception(Exception.class, Problems::broken);
    }

    static void write(Context context, Problem problem) {
        // Of the answer that was meant to be.
        context.removeHeader("Content-Disposition").removeHeader("Content-Length");
        if (hasBody(context)) {
            // What was not read of it is not waited for, so nothing more can come this way.
            context.header("Connection", "close");
        }
        problem.headers().forEach(context::header);
        context.status(problem.status());
        context.contentType(ProblemJson.MEDIA_TYPE);
        context.result(ProblemJson.of(problem).toString());
    }

    private static boolean hasBody(Context context) {
        return context.req().getContentLengthLong() > 0
                || context.header("Transfer-Encoding") != null;
    }

    private static void withoutModel(ModelException failure, Context context) {
        LOG.error("the model's bundle cannot be used", failure);
        write(
                context,
                Problem.later(
                        Problem.UNAVAILABLE,
                        "the model cannot be used; the log of the service says why",
                        RETRY_SECONDS));
    }

    private static void withoutKafka(QueriesUnavailable failure, Context context) {
        LOG.warn("standing queries cannot be reached: {}", failure.getMessage());
        write(
                context,
                Problem.later(
                        Problem.UNAVAILABLE,
                        "standing queries cannot be reached; the log of the service says why",
                        RETRY_SECONDS));
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

    /** An error of the machine, such as memory that ran out. */
    static void broken(HttpServletResponse response, Error error) {
        String incident = UUID.randomUUID().toString();
        LOG.error("incident {}", incident, error);
        if (!response.isCommitted()) {
            try {
                response.resetBuffer();
                response.setStatus(Problem.BROKEN);
                response.setContentType(ProblemJson.MEDIA_TYPE);
                response.getOutputStream().print(ProblemJson.of(incident(incident)).toString());
            } catch (IOException e) {
                LOG.debug("the client went away", e);
            }
        }
    }

    private static Problem incident(String incident) {
        return new Problem(
                Problem.BROKEN,
                "something is broken here; the log of the service has it as incident " + incident);
    }

    private static void broken(Exception failure, Context context) {
        boolean begun = context.res().isCommitted();
        if (begun) {
            breakOff(context);
        }
        if (isOfTheClient(failure)) {
            LOG.debug("the client went away, or takes no more", failure);
            return;
        }
        String incident = UUID.randomUUID().toString();
        LOG.error("incident {} at {} {}", incident, context.method(), context.path(), failure);
        if (!begun) {
            write(context, incident(incident));
        }
    }

    /** Half an answer must not look like a whole one; without this, Javalin would end it well. */
    private static void breakOff(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    /**
     * Whether the client has gone, or has not taken anything for so long that the conversion was
     * given up, as in a pause. A file that ends too early is none of that.
     */
    private static boolean isOfTheClient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EofException || cause instanceof RepackEnded) {
                return true;
            }
        }
        return false;
    }
}
