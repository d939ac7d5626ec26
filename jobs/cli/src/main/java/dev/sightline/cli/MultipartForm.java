// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Parameters and a picture as {@code multipart/form-data} (RFC 7578).
 *
 * @param contentType its media type, with what separates the parts
 * @param body all of it
 */
record MultipartForm(String contentType, byte[] body) {

    private static final String END_OF_LINE = "\r\n";

    static MultipartForm of(RequestParameters parameters, byte[] image) {
        String boundary = UUID.randomUUID().toString(); // in no text, and in no picture
        String start = "--" + boundary + END_OF_LINE + "Content-Disposition: form-data; name=";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (RequestParameters.Parameter parameter : parameters.all()) {
            write(start + '"' + parameter.name() + '"', body);
            write(END_OF_LINE + END_OF_LINE + parameter.value() + END_OF_LINE, body);
        }
        write(start + "\"image\"; filename=\"image\"" + END_OF_LINE, body);
        write("Content-Type: application/octet-stream" + END_OF_LINE + END_OF_LINE, body);
        body.writeBytes(image);
        write(END_OF_LINE + "--" + boundary + "--" + END_OF_LINE, body);
        return new MultipartForm("multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    private static void write(String text, ByteArrayOutputStream body) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
