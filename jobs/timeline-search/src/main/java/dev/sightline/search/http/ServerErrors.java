// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers for what never becomes a request, such as an address of a megabyte. */
final class ServerErrors extends ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ServerErrors.class);

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            String message,
            Throwable cause,
            Callback callback)
            throws IOException {
        if (code >= Problem.BROKEN) {
            LOG.error("{} {} failed", request.getMethod(), request.getHttpURI().getPath(), cause);
        }
        SecurityHeaders.ALL.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemJson.MEDIA_TYPE);
        String json = ProblemJson.of(code, detail(code)).toString();
        response.write(true, ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)), callback);
    }

    private static String detail(int code) {
        return switch (code) {
            case 414, 431 ->
                    "the address or the headers are too long; send texts of at most 1,000"
                            + " characters";
            case 503 -> "the service is stopping or has too much to do; try again later";
            default ->
                    code >= Problem.BROKEN
                            ? "something is broken here; see the log of the service"
                            : "this is no request that can be understood";
        };
    }
}
