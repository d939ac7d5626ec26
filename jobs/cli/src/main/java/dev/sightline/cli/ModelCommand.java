// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.calibration.ControlGroup;
import dev.sightline.clip.Device;
import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.ModelManifest;
import dev.sightline.clip.OnnxImageEncoder;
import dev.sightline.clip.OnnxTextEncoder;
import dev.sightline.clip.QueryTextEncoder;
import dev.sightline.clip.VectorBank;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at model bundles. */
@Command(
        name = "model",
        description = "Look at a model bundle.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(info | verify | prepare)")
final class ModelCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: info, verify or prepare");
    }

    /** The bundle that was given, or the bundled model. */
    static Path folder(Path given) {
        return given == null ? Home.folder().resolve("deploy/models/sightline-mini") : given;
    }

    @Command(
            name = "info",
            description = "Check the files of a bundle and say what it is.",
            mixinStandardHelpOptions = true)
    int info(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "FOLDER",
                            description = "The bundle (default: the bundled model).")
                    Path folder) {
        ModelBundle bundle = ModelBundle.load(folder(folder));
        ModelManifest manifest = bundle.manifest();
        row("name", manifest.name() + " " + manifest.version());
        row("digest", bundle.digest());
        row("dimension", String.valueOf(manifest.dimension()));
        row(
                "picture",
                manifest.image().width()
                        + "x"
                        + manifest.image().height()
                        + ", "
                        + manifest.image().resize());
        row("text", "up to " + manifest.text().maxLength() + " tokens");
        row("templates", String.join(" | ", manifest.templates()));
        row(
                "background",
                bundle.background().map(bank -> bank.count() + " vectors").orElse("none"));
        row("licence", manifest.licence());
        return 0;
    }

    private static void row(String name, String value) {
        System.out.printf("%-11s %s%n", name, value);
    }

    @Command(
            name = "verify",
            description =
                    "Check the files of a bundle and the vectors of its reference pictures, and run"
                            + " both towers once.",
            mixinStandardHelpOptions = true)
    int verify(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "FOLDER",
                            description = "The bundle (default: the bundled model).")
                    Path folder,
            @Option(
                            names = "--device",
                            defaultValue = "auto",
                            description = "auto, cpu or cuda (default: ${DEFAULT-VALUE}).")
                    Device device) {
        ModelBundle bundle = ModelBundle.load(folder(folder));
        new OnnxImageEncoder(bundle, device, 0).close();
        new OnnxTextEncoder(bundle).close();
        System.out.println("ok: " + bundle.manifest().name() + " " + bundle.digest());
        return 0;
    }

    @Command(
            name = "prepare",
            description = {
                "Encode the sentences that queries are calibrated with and store them in a bundle.",
                "Without this each start of a job does it, which takes seconds or minutes."
            },
            mixinStandardHelpOptions = true)
    int prepare(@Parameters(paramLabel = "FOLDER", description = "The bundle.") Path folder)
            throws IOException {
        ModelBundle bundle = ModelBundle.load(folder);
        try (OnnxTextEncoder tower = new OnnxTextEncoder(bundle)) {
            QueryTextEncoder encoder = new QueryTextEncoder(tower, bundle.templates());
            VectorBank control = ControlGroup.encoded(encoder::encode, bundle.dimension());
            bundle.keepControl(control, ControlGroup.phrases(bundle.templates()));
            System.out.printf(
                    "%d sentences encoded and stored in %s%n", control.count(), bundle.folder());
        }
        return 0;
    }
}
