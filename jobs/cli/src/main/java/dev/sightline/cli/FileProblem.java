// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says why a file could not be read or written; Java's messages often are its path alone. */
final class FileProblem {

    private FileProblem() {}

    /** The reason, without the file's path. */
    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file";
        } else if (failure instanceof AccessDeniedException) {
            return "access denied";
        } else if (failure instanceof CharacterCodingException) {
            return "it is no UTF-8 text";
        }
        String said =
                failure instanceof FileSystemException of ? of.getReason() : failure.getMessage();
        return said == null ? failure.getClass().getSimpleName() : said;
    }
}
