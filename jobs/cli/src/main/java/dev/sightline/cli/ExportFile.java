// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.job.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file to export.
 *
 * @param format what it is written as
 * @param streams that are in it
 * @param target where it goes
 */
record ExportFile(ExportFormat format, List<String> streams, Path target) {

    /** All but what is a name everywhere, so that no id leads out of the folder. */
    private static final String NO_NAME = "[^\\p{L}\\p{N}._-]|^\\.+";

    /** Takes the list as it is. */
    ExportFile {
        streams = List.copyOf(streams);
        if (format.ofOneStream() && streams.size() > 1) {
            throw new SettingsException(
                    format.word()
                            + " holds one stream; give a folder as --out for a file of each, or"
                            + " one --stream");
        }
    }

    /**
     * What to write where.
     *
     * @param out a file, or a folder, for a file of each stream and format; what ends with a slash
     *     is a folder that may be missing
     * @throws SettingsException if that is not possible
     */
    static List<ExportFile> plan(List<ExportFormat> formats, List<String> streams, String out) {
        Path path = Path.of(out);
        if (out.endsWith("/") || Files.isDirectory(path)) {
            return ofEach(formats, streams, path);
        }
        Path folder = path.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new SettingsException("--out: there is no folder " + folder);
        }
        return List.of(single(formats, streams, path));
    }

    /**
     * One that all goes into.
     *
     * @throws SettingsException if that is not possible
     */
    static ExportFile single(List<ExportFormat> formats, List<String> streams, Path target) {
        if (formats.size() > 1) {
            throw new SettingsException("give a folder as --out for several formats");
        }
        return new ExportFile(formats.get(0), streams, target);
    }

    private static List<ExportFile> ofEach(
            List<ExportFormat> formats, List<String> streams, Path folder) {
        List<ExportFile> files = new ArrayList<>();
        Set<Path> targets = new HashSet<>();
        for (String stream : streams) {
            for (ExportFormat format : formats) {
                String name = stream.replaceAll(NO_NAME, "_") + "." + format.word();
                Path target = folder.resolve(name);
                if (!targets.add(target)) {
                    throw new SettingsException(
                            "two files would be " + target + "; export them one by one");
                }
                files.add(new ExportFile(format, List.of(stream), target));
            }
        }
        return files;
    }
}
