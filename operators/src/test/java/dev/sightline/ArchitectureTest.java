// SPDX-License-Identifier: Apache-2.0
package dev.sightline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which. */
@AnalyzeClasses(packages = "dev.sightline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyDecodingTouchesFfmpeg =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.sightline.video..", "dev.sightline.testdata..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule onlyClipTouchesTheModelRuntime =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.sightline.clip")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("ai.djl..", "ai.onnxruntime..");

    @ArchTest
    static final ArchRule videoKnowsNothingAboveIt =
            noClasses()
                    .that()
                    .resideInAPackage("dev.sightline.video..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.sightline.clip..",
                            "dev.sightline.event..",
                            "dev.sightline.scene..",
                            "dev.sightline.match..",
                            "dev.sightline.stream..");

    @ArchTest
    static final ArchRule clipKnowsVideosValuesOnly =
            noClasses()
                    .that()
                    .resideInAPackage("dev.sightline.clip")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.sightline.video.decode..",
                            "dev.sightline.video.source..",
                            "dev.sightline.event..",
                            "dev.sightline.scene..",
                            "dev.sightline.match..");

    @ArchTest
    static final ArchRule eventsKnowVideosValuesOnly =
            noClasses()
                    .that()
                    .resideInAPackage("dev.sightline.event")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.sightline.video.decode..",
                            "dev.sightline.video.source..",
                            "dev.sightline.video.wire..",
                            "dev.sightline.clip..",
                            "dev.sightline.scene..",
                            "dev.sightline.match..",
                            "org.apache.flink..");

    @ArchTest
    static final ArchRule scenesDoNotKnowMatches =
            noClasses()
                    .that()
                    .resideInAPackage("dev.sightline.scene")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.sightline.match..", "dev.sightline.video.decode..");

    @ArchTest
    static final ArchRule nothingOfTheJobKnowsTheBackTest =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.sightline.backtest")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.sightline.backtest");

    @ArchTest
    static final ArchRule backTestsReadWhatIsStored =
            noClasses()
                    .that()
                    .resideInAPackage("dev.sightline.backtest")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.sightline.video.decode..",
                            "dev.sightline.video.source..",
                            "dev.sightline.stream..",
                            "dev.sightline.picture..",
                            "org.apache.flink..",
                            "org.apache.kafka..",
                            "dev.sightline.job..");

    @ArchTest
    static final ArchRule picturesKnowNothingOfWhatTheyShow =
            noClasses()
                    .that()
                    .resideInAPackage("dev.sightline.picture")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.sightline.video..",
                            "dev.sightline.clip..",
                            "dev.sightline.event..",
                            "dev.sightline.scene..",
                            "dev.sightline.match..",
                            "dev.sightline.stream..",
                            "dev.sightline.job..");

    @ArchTest
    static final ArchRule onlyAccessTouchesHttp =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.sightline.video.access")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("okhttp3..", "okio..", "java.net.http..");

    @ArchTest
    static final ArchRule accessKnowsNothingOfWhatIsRead =
            noClasses()
                    .that()
                    .resideInAPackage("dev.sightline.video.access")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.sightline.video.decode..",
                            "dev.sightline.video.http..",
                            "dev.sightline.video.hls..",
                            "org.bytedeco..",
                            "org.apache.flink..");

    @ArchTest
    static final ArchRule redactionKnowsNothing =
            noClasses()
                    .that()
                    .resideInAPackage("dev.sightline.redaction")
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages("dev.sightline.redaction", "java..");

    @ArchTest
    static final ArchRule algorithmsAreFreeOfFlink =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.sightline.scene", "dev.sightline.match", "dev.sightline.stream")
                    .and()
                    .haveSimpleNameNotEndingWith("Function")
                    .and()
                    .haveSimpleNameNotEndingWith("Operator")
                    .and()
                    .haveSimpleNameNotEndingWith("Serializer")
                    .and()
                    .areTopLevelClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.flink..");

    @ArchTest
    static final ArchRule functionsOfFlinkAreCalledSo =
            classes()
                    .that()
                    .areAssignableTo(org.apache.flink.api.common.functions.Function.class)
                    .and()
                    .resideInAPackage("dev.sightline..")
                    .and()
                    .areNotAnonymousClasses()
                    .should()
                    .haveSimpleNameEndingWith("Function");

    @ArchTest
    static final ArchRule operatorsBringNoConnector =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.sightline.video..",
                            "dev.sightline.clip..",
                            "dev.sightline.scene..",
                            "dev.sightline.match..",
                            "dev.sightline.stream..",
                            "dev.sightline.picture..",
                            "dev.sightline.event..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.kafka..", "dev.sightline.job..");
}
