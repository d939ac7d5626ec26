// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.job.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Set;

/**
 * Says in words why a timeline search did not do what it was asked for.
 *
 * @param base its address
 */
record SearchProblems(URI base) {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    /** The request itself is wrong, too large, or of a kind that is not understood. */
    private static final Set<Integer> WRONG_REQUEST = Set.of(400, 413, 415);

    private static final int LONGEST_PROBLEM = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Throws what an answer other than the one that was hoped for means. */
    void check(HttpResponse<InputStream> response) throws IOException {
        if (response.statusCode() == OK) {
            return;
        }
        String detail = detail(response);
        if (detail == null) {
            throw strange(response);
        }
        if (WRONG_REQUEST.contains(response.statusCode())) {
            throw new SettingsException(detail);
        }
        throw new SearchFailure(
                base + ": " + detail + " (" + response.statusCode() + ")" + remedy(response));
    }

    /** What the answer says, or null if it is not of a timeline search. */
    private static String detail(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            if (!isJson(response)) {
                return null;
            }
            JsonNode problem = JSON.readTree(in.readNBytes(LONGEST_PROBLEM));
            String said = problem.path("detail").asText(problem.path("title").asText());
            return said.isBlank() ? null : Printable.of(said);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static String remedy(HttpResponse<?> response) {
        if (response.statusCode() == UNAUTHORIZED && wantsToken(response)) {
            return "; give a token with --token-file FILE or in " + SearchAccess.TOKEN;
        }
        return response.headers()
                .firstValue("Retry-After")
                .filter(after -> after.matches("\\d{1,9}"))
                .map(seconds -> "; try again in " + seconds + " s")
                .orElse("");
    }

    /** Where a proxy in front knows who asks, a token is of no use. */
    private static boolean wantsToken(HttpResponse<?> response) {
        return !response.headers().firstValue("WWW-Authenticate").orElse("").equals("Proxy");
    }

    /** An answer that no timeline search gives. */
    SearchFailure strange(HttpResponse<?> response) {
        return new SearchFailure(
                base
                        + " answers with "
                        + response.statusCode()
                        + " "
                        + Printable.of(contentType(response))
                        + ", which is not what a timeline search says; check the address (--at or "
                        + SearchAccess.ADDRESS
                        + ") and whatever stands in front of it");
    }

    /** There was no answer. */
    SearchFailure noAnswer(IOException failure) {
        if (failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException) {
            return new SearchFailure(
                    "no timeline search answers at "
                            + base
                            + "; start it with 'deploy/bin/timeline-search', or say where it is"
                            + " with --at URL or in "
                            + SearchAccess.ADDRESS,
                    failure);
        }
        if (failure instanceof HttpTimeoutException) {
            return new SearchFailure(
                    base + " takes too long to answer; its log may say why", failure);
        }
        return new SearchFailure(base + " cannot be asked: " + failure.getMessage(), failure);
    }

    /** The answer stopped in its middle, or is not what it says it is. */
    SearchFailure brokenOff(IOException failure) {
        String reason = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return new SearchFailure(
                base
                        + " has not finished its answer, or it makes no sense: "
                        + Printable.of(reason),
                failure);
    }

    static boolean isJson(HttpResponse<?> response) {
        return contentType(response).matches("application/([\\w.-]+\\+)?json\\b.*");
    }

    /** Whether an answer is to be saved, and not the page of something else. */
    static boolean isFile(HttpResponse<?> response) {
        String disposition = response.headers().firstValue("Content-Disposition").orElse("");
        String type = contentType(response);
        return disposition.startsWith("attachment")
                || type.startsWith("image/jpeg")
                || type.startsWith("text/vtt");
    }

    private static String contentType(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("without a type");
    }
}
