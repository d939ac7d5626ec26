// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Which package may know which. */
@AnalyzeClasses(
        packages = "dev.sightline.search",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String SEARCH = "dev.sightline.search.";

    @ArchTest
    static final ArchRule packagesKnowWhatIsBelowThem =
            layeredArchitecture()
                    .consideringOnlyDependenciesInAnyPackage("dev.sightline.search..")
                    .layer("timeline")
                    .definedBy(SEARCH + "timeline")
                    .layer("kafka")
                    .definedBy(SEARCH + "kafka")
                    .layer("index")
                    .definedBy(SEARCH + "index")
                    .layer("ingest")
                    .definedBy(SEARCH + "ingest")
                    .layer("query")
                    .definedBy(SEARCH + "query")
                    .layer("moment")
                    .definedBy(SEARCH + "moment")
                    .layer("media")
                    .definedBy(SEARCH + "media")
                    .layer("export")
                    .definedBy(SEARCH + "export")
                    .layer("live")
                    .definedBy(SEARCH + "live")
                    .layer("login")
                    .definedBy(SEARCH + "login")
                    .layer("http")
                    .definedBy(SEARCH + "http")
                    .layer("service")
                    .definedBy(SEARCH + "service")
                    .whereLayer("timeline")
                    .mayNotAccessAnyLayer()
                    .whereLayer("kafka")
                    .mayNotAccessAnyLayer()
                    .whereLayer("index")
                    .mayOnlyAccessLayers("timeline")
                    .whereLayer("ingest")
                    .mayOnlyAccessLayers("timeline", "index", "kafka")
                    .whereLayer("query")
                    .mayOnlyAccessLayers("timeline", "index", "kafka")
                    .whereLayer("moment")
                    .mayOnlyAccessLayers("timeline", "index", "query")
                    .whereLayer("media")
                    .mayOnlyAccessLayers("timeline", "index")
                    .whereLayer("export")
                    .mayOnlyAccessLayers("timeline", "index", "media")
                    .whereLayer("live")
                    .mayNotAccessAnyLayer()
                    .whereLayer("login")
                    .mayNotAccessAnyLayer()
                    .whereLayer("http")
                    .mayOnlyBeAccessedByLayers("service")
                    .whereLayer("service")
                    .mayNotBeAccessedByAnyLayer();

    @ArchTest static final ArchRule nothingKnowsFlink = only("org.apache.flink..");

    @ArchTest static final ArchRule onlyTheIndexKnowsLucene = only("org.apache.lucene..", "index");

    @ArchTest static final ArchRule onlyTheRoutesKnowTheServer = only("io.javalin..", "http");

    @ArchTest
    static final ArchRule onlyWhatFollowsTopicsKnowsKafka =
            only("org.apache.kafka..", "ingest", "query", "kafka");

    private static ArchRule only(String library, String... packages) {
        String[] allowed = new String[packages.length];
        for (int i = 0; i < packages.length; i++) {
            allowed[i] = SEARCH + packages[i];
        }
        return noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    /** What of the operators is used must do without it. */
    @Test
    void flinkIsNotThere() {
        assertThatThrownBy(() -> Class.forName("org.apache.flink.core.fs.Path"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
