// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.export.ExportFormat;
import dev.sightline.search.export.ExportRequest;
import dev.sightline.search.export.ExportRequest.Part;
import dev.sightline.search.export.Finding;
import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.moment.SearchAnswer;
import dev.sightline.search.query.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes exports of parameters.
 *
 * @param backend what searches, and knows the streams
 * @param format what is written
 * @param parameters of the request
 * @param image to look for too, or null
 */
record AskedExport(
        SearchBackend backend, ExportFormat format, Parameters parameters, byte[] image) {

    /** Nobody turns the pages of a file. */
    private static final int MOST_FINDINGS = SearchRequest.MOST_A_PAGE;

    private record Found(List<Finding> findings, List<String> notes) {}

    /**
     * The streams that are named, or else those in which something is found, with what is found.
     *
     * @throws Problem if no stream is named and nothing is found
     */
    ExportRequest request() throws IOException {
        Part epoch = epoch();
        Found found = found(epoch);
        Set<Part> parts = epoch == null ? parts(found.findings()) : Set.of(epoch);
        if (parts.isEmpty() && asks()) {
            String why = found.notes().isEmpty() ? "nothing is found" : found.notes().get(0);
            throw Problem.field("text", why + "; name a stream to export it as it is");
        }
        List<String> notes = new ArrayList<>(found.notes());
        long elsewhere =
                found.findings().stream().filter(each -> !parts.contains(part(each))).count();
        if (elsewhere > 0) {
            notes.add(
                    elsewhere
                            + " more moments are in other epochs of the stream; to have those,"
                            + " give api/v1/export the parameter epoch");
        }
        return new ExportRequest(
                List.copyOf(parts), found.findings(), 0, ExportRequest.BESIDE, notes);
    }

    private boolean asks() {
        return image != null || SearchParameters.given(parameters);
    }

    /** The only one that is asked for, of the only stream; null if none is named. */
    private Part epoch() throws IOException {
        if (parameters.text("epoch").isEmpty()) {
            return null;
        }
        KnownStreams.Epoch epoch = new KnownStreams(backend.index()).epoch(parameters);
        return new Part(epoch.streamId(), epoch.epoch());
    }

    private Set<Part> parts(List<Finding> findings) throws IOException {
        Set<Part> parts = new LinkedHashSet<>();
        List<String> named = SearchParameters.streams(parameters);
        for (String id : named) {
            parts.add(new Part(id, latest(id)));
        }
        if (named.size() != 1 || !format.ofOneStream()) {
            findings.forEach(found -> parts.add(part(found)));
        }
        return parts;
    }

    /** Null for a stream that is not there, of which the export tells. */
    private Long latest(String id) throws IOException {
        List<Long> epochs = backend.index().stream(id).map(StreamSummary::epochs).orElse(List.of());
        return epochs.isEmpty() ? null : epochs.get(epochs.size() - 1);
    }

    private static Part part(Finding found) {
        return new Part(found.stream().streamId(), found.stream().epoch());
    }

    private Found found(Part epoch) throws IOException {
        if (!asks()) {
            return new Found(List.of(), List.of());
        }
        String text = parameters.text("text", SearchRequest.LONGEST_TEXT).orElse("");
        Map<String, List<String>> values = new HashMap<>(parameters.values());
        values.putIfAbsent("pageSize", List.of(String.valueOf(MOST_FINDINGS)));
        SearchRequest request =
                SearchParameters.read(
                        new Parameters(values), image, epoch == null ? null : epoch.epoch());
        SearchAnswer answer = backend.searcher().search(request);
        List<Finding> findings =
                answer.moments().stream().map(each -> FoundMoment.finding(each, text)).toList();
        return new Found(findings, notes(answer));
    }

    private static List<String> notes(SearchAnswer answer) {
        List<String> notes = new ArrayList<>();
        if (answer.message() != null) {
            notes.add(answer.message());
        }
        int written = answer.moments().size();
        if (answer.total() > written) {
            notes.add(
                    written
                            + " of "
                            + answer.total()
                            + " moments that were found are written; for the others, give"
                            + " api/v1/export the parameter page=2 and so on");
        }
        if (answer.capped()) {
            notes.add("There may be more: only the ten thousand nearest samples are looked at");
        }
        return notes;
    }
}
