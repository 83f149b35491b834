package org.otklik;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;

/** The house's rules for this module; each has been seen failing once. */
class ModelsArchitectureTest {

  private static final String[] PURE = {
    "org.otklik.emotion..",
    "org.otklik.timeline..",
    "org.otklik.curve..",
    "org.otklik.statistics..",
    "org.otklik.metric.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.otklik");

  @Test
  void everyPackageTheRulesSpeakOfExists() {
    for (String name :
        new String[] {"emotion", "timeline", "curve", "statistics", "metric", "vision", "voice"}) {
      String pattern = "org.otklik." + name;
      assertFalse(
          CLASSES.stream().noneMatch(c -> c.getPackageName().equals(pattern)),
          "a rule on a package that is not there checks nothing: " + pattern);
    }
  }

  @Test
  void knowledgeNeedsNothingButJavaAndStatistics() {
    ArchRule rule =
        classes()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "org.otklik.emotion..",
                "org.otklik.timeline..",
                "org.otklik.curve..",
                "org.otklik.statistics..",
                "org.apache.commons.statistics..",
                "org.apache.commons.rng..",
                "org.otklik.metric..")
            .because(
                "what a number means must be testable, and readable, without a server or a model");
    rule.check(CLASSES);
  }

  @Test
  void onlyVisionAndVoiceTouchNativeCode() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages("org.otklik.vision..", "org.otklik.voice..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnxruntime..", "org.bytedeco..")
            .because("native memory is closed by hand, and that is kept in one place");
    rule.check(CLASSES);
  }

  @Test
  void visionKnowsNothingOfTheServerButJson() {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage("org.otklik.vision..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "jakarta.json..",
                "ai.onnxruntime..",
                "org.bytedeco..",
                "org.otklik.emotion..",
                "org.otklik.timeline..",
                "org.otklik.vision..")
            .because("measurements run the models without a server");
    rule.check(CLASSES);
  }

  @Test
  void voiceKnowsNothingOfTheServerNorOfPictures() {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage("org.otklik.voice..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "ai.onnxruntime..",
                "org.otklik.emotion..",
                "org.otklik.sound..",
                "org.otklik.statistics..",
                "org.otklik.timeline..",
                "org.otklik.vision.model..",
                "org.otklik.voice..")
            .because("what is heard must be measurable without a server");
    rule.check(CLASSES);
  }

  @Test
  void nobodyWritesToTheStandardStreams() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
        .because("a server's output is its log")
        .check(CLASSES);
  }
}
