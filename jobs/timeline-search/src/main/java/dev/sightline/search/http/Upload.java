// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.event.PictureFormat;
import dev.sightline.search.query.SearchRequest;
import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form that somebody sends, with a picture or without.
 *
 * @param fields texts by the field's name
 * @param image JPEG or PNG, or null for none
 */
record Upload(Map<String, List<String>> fields, byte[] image) {

    /** What the texts of a form and its frame may take. */
    static final int LARGEST_TEXTS = 64 * 1024;

    private static final String IMAGE = "image";

    /** All in memory, so that nothing of it is left on the disk. */
    private static final MultipartConfigElement LIMITS =
            new MultipartConfigElement(
                    System.getProperty("java.io.tmpdir"),
                    SearchRequest.MOST_IMAGE_BYTES,
                    SearchRequest.MOST_IMAGE_BYTES + LARGEST_TEXTS,
                    SearchRequest.MOST_IMAGE_BYTES + LARGEST_TEXTS);

    static Upload read(Context context) throws IOException {
        if (!context.isMultipartFormData()) {
            throw new Problem(Problem.UNSUPPORTED_TYPE, "send multipart/form-data");
        }
        if (context.req().getContentLengthLong() > SearchRequest.MOST_IMAGE_BYTES + LARGEST_TEXTS) {
            throw tooLarge();
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        byte[] image = null;
        int texts = 0;
        for (Part part : parts(context)) {
            if (part.getName().equals(IMAGE)) {
                image = picture(part);
            } else {
                String text = text(part);
                texts += text.length();
                fields.computeIfAbsent(part.getName(), name -> new ArrayList<>()).add(text);
            }
        }
        if (texts > LARGEST_TEXTS) {
            throw tooLarge();
        }
        return new Upload(fields, image);
    }

    private static Collection<Part> parts(Context context) throws IOException {
        // Under this name Jetty looks for it where there is no servlet of its own.
        context.req().setAttribute("org.eclipse.jetty.multipartConfig", LIMITS);
        try {
            return context.req().getParts();
        } catch (ServletException | RuntimeException e) {
            throw tooLargeIn(e)
                    ? tooLarge()
                    : new Problem(Problem.BAD_REQUEST, "this form cannot be read");
        }
    }

    /** Whether a limit is behind a failure; Jetty wraps it in several ways. */
    private static boolean tooLargeIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage());
            if (said.contains("exceeded") || said.contains("larger than")) {
                return true;
            }
        }
        return false;
    }

    private static Problem tooLarge() {
        return new Problem(
                Problem.TOO_LARGE,
                "a picture may have 8 MiB and the texts with it 64 KiB",
                IMAGE,
                Map.of());
    }

    private static String text(Part part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] picture(Part part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            byte[] bytes = in.readNBytes(SearchRequest.MOST_IMAGE_BYTES + 1);
            if (bytes.length > SearchRequest.MOST_IMAGE_BYTES) {
                throw tooLarge();
            }
            if (PictureFormat.of(bytes).isEmpty()) {
                throw new Problem(
                        Problem.UNSUPPORTED_TYPE,
                        "image: is neither a JPEG nor a PNG",
                        IMAGE,
                        Map.of());
            }
            return bytes;
        }
    }
}
