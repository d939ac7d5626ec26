// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a bundle: whether they are those that its manifest names, and what is in them. */
final class BundleFiles {

    private BundleFiles() {}

    /**
     * Checks every file.
     *
     * @throws ModelException if one is missing or differs, saying which and what to do
     */
    static void verify(Path folder, ModelManifest manifest) {
        verify(folder, manifest.image().file(), manifest.image().sha256());
        verify(folder, manifest.text().file(), manifest.text().sha256());
        verify(folder, manifest.text().tokenizer(), manifest.text().tokenizerSha256());
        if (manifest.background() != null) {
            verify(folder, manifest.background().file(), manifest.background().sha256());
            verifySize(folder, manifest);
        }
        if (manifest.control() != null) {
            verify(folder, manifest.control().file(), manifest.control().sha256());
        }
    }

    private static void verify(Path folder, String name, String expected) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new ModelException(
                    folder.resolve(ModelManifest.FILE)
                            + ": '"
                            + name
                            + "' lies outside the bundle; name a file beside the manifest");
        }
        if (!Files.isRegularFile(file)) {
            throw new ModelException(
                    "the model bundle lacks " + file + "; fetch or copy the whole bundle again");
        }
        String actual = BundleDigest.of(file);
        if (!actual.equals(expected)) {
            throw new ModelException(
                    file
                            + " is not the file that "
                            + ModelManifest.FILE
                            + " names (expected "
                            + expected
                            + ", found "
                            + actual
                            + "); fetch the bundle again, or correct the manifest if you changed"
                            + " the file on purpose");
        }
    }

    private static void verifySize(Path folder, ModelManifest manifest) {
        Path file = folder.resolve(manifest.background().file());
        int count = manifest.background().count();
        long expected = (long) Short.BYTES * count * manifest.dimension();
        try {
            if (Files.size(file) != expected) {
                throw new ModelException(
                        file
                                + " has "
                                + Files.size(file)
                                + " bytes, expected "
                                + expected
                                + " for "
                                + count
                                + " float16 vectors of "
                                + manifest.dimension()
                                + " values; correct background.count or dimension in "
                                + ModelManifest.FILE);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * What is in a file.
     *
     * @throws ModelException if it cannot be read
     */
    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static ModelException unreadable(Path file, IOException e) {
        return new ModelException(
                "cannot read "
                        + file
                        + ": "
                        + e.getMessage()
                        + "; let the user read it that the job runs as, or copy the bundle again",
                e);
    }
}
