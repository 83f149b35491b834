package org.otklik.it;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.batch.api.Batchlet;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.api.chunk.ItemReader;
import jakarta.batch.api.chunk.ItemWriter;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.launcher.BuildLayout;
import org.otklik.platform.LaunchException;

/** The rules between the modules, over their compiled classes; each has been seen failing once. */
class ArchitectureTest {
  private static final String[] KNOWLEDGE = {
    "org.otklik.emotion..",
    "org.otklik.timeline..",
    "org.otklik.curve..",
    "org.otklik.statistics..",
    "org.otklik.metric.."
  };
  private static final int MAX_CLASSES_OF_A_PACKAGE = 25;

  private static final String[] NATIVE_CODE = {"org.bytedeco..", "ai.onnxruntime.."};

  /** One row a sampled frame, a face or a second: millions of them. */
  private static final Set<String> MASS_TABLES =
      Set.of(
          "frame_observation",
          "face_track",
          "viewer_second",
          "creative_second",
          "voice_window",
          "voice_second");

  private static final Map<Module, JavaClasses> CLASSES = new EnumMap<>(Module.class);
  private static JavaClasses all;

  /** The Maven modules that make up the EAR, and what each may import of the others. */
  enum Module {
    MODELS("models"),
    EJB("ejb", MODELS),
    BATCH("batch", MODELS, EJB),
    WEB("web", MODELS, EJB);

    private final String folder;
    private final List<Module> others;

    Module(String folder, Module... others) {
      this.folder = folder;
      this.others = List.of(others);
    }

    private Set<Module> known() {
      Set<Module> known = EnumSet.of(this);
      known.addAll(others);
      return known;
    }

    private Path compiled() throws LaunchException {
      Path root = BuildLayout.current().folder().resolve("../../..").normalize();
      return root.resolve(folder).resolve("target/classes");
    }
  }

  @BeforeAll
  static void importClasses() throws LaunchException {
    ClassFileImporter importer = new ClassFileImporter();
    Set<Path> folders = new TreeSet<>();
    for (Module module : Module.values()) {
      CLASSES.put(module, importer.importPath(module.compiled()));
      folders.add(module.compiled());
    }
    all = importer.importPaths(folders);
  }

  @ParameterizedTest
  @EnumSource(Module.class)
  void everyModuleHasClassesToCheck(Module module) {
    assertTrue(CLASSES.get(module).size() > 0, "the rules would check nothing in " + module);
  }

  @ParameterizedTest
  @EnumSource(Module.class)
  void moduleImportsOnlyWhatTheModuleTableAllows(Module module) {
    Set<String> allowed = new TreeSet<>();
    module.known().forEach(known -> allowed.addAll(packages(known)));
    classes()
        .that()
        .resideInAPackage("org.otklik..")
        .should(
            onlyDependOnClassesThat(
                DescribedPredicate.describe(
                    "lie in " + module.known() + " or outside of Otklik",
                    used -> !isOurs(used) || allowed.contains(packageOf(used)))))
        .because("each stage of the way lies in one room, and the way has one direction")
        .allowEmptyShould(false)
        .check(CLASSES.get(module));
  }

  @Test
  void noPackageLiesInTwoModules() {
    Map<String, Module> homes = new TreeMap<>();
    Set<String> shared = new TreeSet<>();
    for (Module module : Module.values()) {
      for (String name : packages(module)) {
        Module other = homes.putIfAbsent(name, module);
        if (other != null) {
          shared.add(name + " in " + other + " and " + module);
        }
      }
    }
    assertFalse(homes.isEmpty());
    assertTrue(
        shared.isEmpty(),
        "a package's name must tell its module, and the server's class loaders split what"
            + " two jars share: "
            + shared);
  }

  @Test
  void partsOfJobsWaitForOutages() {
    classes()
        .that()
        .areAssignableTo(Batchlet.class)
        .or()
        .areAssignableTo(ItemReader.class)
        .or()
        .areAssignableTo(ItemProcessor.class)
        .or()
        .areAssignableTo(ItemWriter.class)
        .should()
        .beAnnotatedWith("org.otklik.job.OutageAware")
        .because("a database that is away and a full disk are not the job's failure")
        .allowEmptyShould(false)
        .check(CLASSES.get(Module.BATCH));
  }

  @Test
  void packagesHaveOneDirection() {
    slices()
        .matching("org.otklik.(**)")
        .should()
        .beFreeOfCycles()
        .because("the list of folders is the way of a recording, and a way has one direction")
        .allowEmptyShould(false)
        .check(all);
  }

  @Test
  void packagesAreReadAtAGlance() {
    Map<String, Integer> classes = new TreeMap<>();
    all.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(one -> isOurs(one) && !one.getSimpleName().equals("package-info"))
        .forEach(one -> classes.merge(one.getPackageName(), 1, Integer::sum));
    assertFalse(classes.isEmpty());
    classes.values().removeIf(count -> count <= MAX_CLASSES_OF_A_PACKAGE);
    assertEquals(Map.of(), classes, "packages with too many classes to be read as one");
  }

  @Test
  void knowledgeNeedsNothingButJavaAndStatistics() {
    check(
        classes()
            .that()
            .resideInAnyPackage(KNOWLEDGE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "org.apache.commons.statistics..",
                "org.apache.commons.rng..",
                "org.otklik.emotion..",
                "org.otklik.timeline..",
                "org.otklik.curve..",
                "org.otklik.statistics..",
                "org.otklik.metric..")
            .because(
                "what a number means must be testable, and readable, without a server or a model"));
  }

  @Test
  void timesOfSchedulesAreComputedWithoutAServer() {
    check(
        classes()
            .that()
            .resideInAPackage("org.otklik.schedule.recurrence..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..", "org.otklik.schedule.recurrence..", "org.otklik.problem..")
            .because("a clock change of next year must be testable without waiting for it"));
  }

  @Test
  void onlyTheDispatcherTouchesTheJobOperator() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.otklik.job.JobDispatcher")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.batch.operations..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.batch.runtime.BatchRuntime")
            .because(
                "a job started past the dispatcher is in no job_request, so that nobody goes on"
                    + " with it after a crash"));
  }

  @Test
  void rowsOfFramesAndSecondsAreNoEntities() {
    check(
        classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(mapNoMassTable())
            .because(
                "these rows come by the million and are written by JDBC batches; an entity for"
                    + " one of them would sooner or later be loaded one by one"));
  }

  @Test
  void onlyStoresAndServicesSpeakSql() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("org.otklik.web..", "org.otklik.job..", "org.otklik.media..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..")
            .because("who asks the database past a service also asks past what its actor may see"));
  }

  @Test
  void onlyMediaAndVisionTouchNativeCode() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "org.otklik.media..", "org.otklik.vision..", "org.otklik.voice..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(NATIVE_CODE)
            .because("native memory is closed by hand, and that is kept in two places"));
  }

  @Test
  void mediaAndVisionDoTouchNativeCode() {
    for (String user : List.of("org.otklik.media..", "org.otklik.vision..", "org.otklik.voice..")) {
      ArchRule none =
          noClasses()
              .that()
              .resideInAPackage(user)
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(NATIVE_CODE);
      assertTrue(
          none.evaluate(all).hasViolation(),
          "the exception for " + user + " is not needed any more");
    }
  }

  @Test
  void jobsLoadModelsInOnePlace() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.otklik.job..")
            .and()
            .resideOutsideOfPackage("org.otklik.job.vision..")
            .should()
            .callMethodWhere(
                JavaCall.Predicates.target(HasName.Predicates.name("load"))
                    .and(
                        JavaCall.Predicates.target(
                            HasOwner.Predicates.With.owner(
                                HasName.Predicates.nameMatching(
                                    "org.otklik.vision.FaceObserver")))))
            .because("a second copy of the models costs as much memory as the first"));
  }

  @Test
  void onlyOnePackageSpeaksOpenIdConnect() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.otklik.web.openid..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..")
            .because("who somebody is, is proven in one place, which can be replaced"));
    check(
        noClasses()
            .that()
            .resideInAPackage("org.otklik.web.openid..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("org.otklik.web..")
                    .and(not(resideInAPackage("org.otklik.web.openid.."))))
            .because("the protocol knows nothing of pages and sessions"));
  }

  @Test
  void onlyOnePackageSpeaksToTheObjectStore() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.otklik.storage.object..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..")
            .because("where media lie is nobody else's concern, and the client can be replaced"));
  }

  @Test
  void nobodyWritesToTheStandardStreams() {
    check(
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
            "a server's output is its log, with a level and a name"));
  }

  @Test
  void namesSayWhatAThingIs() {
    check(
        noClasses()
            .should()
            .haveNameMatching(
                ".*[a-z](Impl|Manager|Helper|Utils?|Data|DTO|Dto)"
                    + "|.*\\.(Default|Abstract)[A-Z]\\w*")
            .because("these words fit any class, so they say nothing of this one"));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(false).check(all);
  }

  private static ArchCondition<JavaClass> mapNoMassTable() {
    return new ArchCondition<>("map none of " + new TreeSet<>(MASS_TABLES)) {
      @Override
      public void check(JavaClass entity, ConditionEvents events) {
        String table =
            entity
                .tryGetAnnotationOfType(Table.class)
                .map(Table::name)
                .filter(name -> !name.isEmpty())
                .orElse(entity.getSimpleName().replaceAll("([a-z])([A-Z])", "$1_$2"));
        boolean satisfied = !MASS_TABLES.contains(table.toLowerCase(Locale.ROOT));
        events.add(
            new SimpleConditionEvent(entity, satisfied, entity.getName() + " maps " + table));
      }
    };
  }

  private static boolean isOurs(JavaClass used) {
    return packageOf(used).startsWith("org.otklik.");
  }

  /** Of an array, that of what it holds. */
  private static String packageOf(JavaClass used) {
    return used.getBaseComponentType().getPackageName();
  }

  private static Set<String> packages(Module module) {
    Set<String> names = new TreeSet<>();
    CLASSES.get(module).stream()
        .map(JavaClass::getPackageName)
        .filter(name -> name.startsWith("org.otklik"))
        .forEach(names::add);
    return names;
  }
}
