package studycoach;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom, as ARCHITECTURE.md says; and that each of these rules bites. */
class ArchitectureTest {
  private static final String[] ALWAYS = {"java..", "org.jspecify.."};
  private static final String ROOT = "studycoach";
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);
  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .importPackages(ROOT);
  private static final JavaClasses FIXTURE =
      new ClassFileImporter().importPackages("planted.violation");

  private static String[] with(String... more) {
    return Stream.concat(Stream.of(ALWAYS), Stream.of(more)).toArray(String[]::new);
  }

  private static ArchRule knowsOnly(String who, String... others) {
    return classes()
        .that()
        .resideInAPackage(who)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(with(others));
  }

  private static ArchRule only(String who, String library) {
    return noClasses()
        .that(resideOutsideOfPackages(who))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static ArchRule nobodyAsksTheSystemForTheTime() {
    return noClasses()
        .that()
        .doNotBelongToAnyOf(Main.class)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone");
  }

  static Stream<ArchRule> rules() {
    return Stream.of(
        knowsOnly("..markup..", "..markup..", "org.commonmark.."),
        knowsOnly("..studycoach.chat..", "..studycoach.chat..", "..markup.."),
        knowsOnly(
            "..platform.terminal..",
            "..platform.terminal..",
            "..studycoach.chat..",
            "..markup..",
            "org.jline..",
            "com.fasterxml.jackson.."),
        knowsOnly(
            "..platform.discord..",
            "..platform.discord..",
            "..studycoach.chat..",
            "..markup..",
            "net.dv8tion..",
            "okhttp3..",
            "io.github.bucket4j..",
            "..traffic..",
            "io.micrometer.core.instrument..",
            "org.slf4j.."),
        knowsOnly(
            "..platform.slack..",
            "..platform.slack..",
            "..studycoach.chat..",
            "..markup..",
            "com.slack.api..",
            "com.google.gson..",
            "okhttp3..",
            "okio..",
            "org.eclipse.jetty..",
            "org.yaml.snakeyaml..",
            "javax.crypto..",
            "com.github.benmanes.caffeine..",
            "io.github.bucket4j..",
            "..traffic..",
            "io.micrometer.core.instrument..",
            "org.slf4j.."),
        knowsOnly(
            "..traffic..",
            "..traffic..",
            "..studycoach.chat..",
            "io.micrometer.core.instrument..",
            "com.github.benmanes.caffeine.."),
        knowsOnly("..studycoach.recall..", "..studycoach.recall.."),
        knowsOnly(
            "..picture..", "..picture..", "..studycoach.chat..", "javax.imageio..", "org.slf4j.."),
        noClasses()
            .that(resideOutsideOfPackages("..picture..", "..doctor.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.awt.."),
        knowsOnly("..control..", "..control..", "com.sun.net.httpserver..", "org.slf4j.."),
        noClasses()
            .that()
            .resideInAPackage("..engine..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("..platform..", "..feature..")),
        noClasses()
            .that()
            .resideInAPackage("..feature..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..platform.."),
        noClasses()
            .that()
            .resideInAPackage("..study..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("..feature..", "..delivery..", "..engine..", "..platform..")),
        noClasses()
            .that(resideOutsideOfPackages(ROOT, "..pack.lint..", "..pack.guess.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("..pack.lint..", "..pack.guess..")),
        noClasses()
            .that()
            .resideInAPackage("..pack..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli.."),
        slices().matching("..feature.(*)..").should().notDependOnEachOther(),
        only("..schedule..", "com.github.kagkarlsson.."),
        only("..platform.terminal..", "org.jline.."),
        only("..platform.discord..", "net.dv8tion.."),
        only("..platform.slack..", "com.slack.api.."),
        noClasses()
            .that(resideOutsideOfPackages("..platform.slack..", "..health.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty.."),
        noClasses()
            .that()
            .resideInAnyPackage("..engine..", "..study..", "..pack..", "..markup..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer.."),
        only("..control..", "com.sun.net.httpserver.."),
        nobodyAsksTheSystemForTheTime());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theProgramKeepsToTheRule(ArchRule rule) {
    rule.check(PROGRAM);
  }

  @Test
  void everyPackageIsNullMarkedAndDescribed() {
    assertThat(packages(PROGRAM).filter(p -> !p.isAnnotatedWith(NullMarked.class))).isEmpty();
  }

  private static Stream<JavaPackage> packages(JavaClasses classes) {
    return classes.stream().map(type -> type.getPackage()).distinct();
  }

  @Test
  void classesWithTestsAreNamedSoThatTheyAreRun() {
    ArchRule rule =
        methods()
            .that()
            .areAnnotatedWith(Test.class)
            .or()
            .areAnnotatedWith(Property.class)
            .or()
            .areAnnotatedWith(ParameterizedTest.class)
            .should()
            .beDeclaredInClassesThat()
            .haveNameMatching(".*(Test(\\$.*)?|Contract)");
    rule.check(TESTS);
  }

  @Test
  void aPlantedViolationIsSeen() {
    assertThat(FIXTURE).isNotEmpty();
    assertThat(rules().filter(rule -> rule.allowEmptyShould(true).evaluate(FIXTURE).hasViolation()))
        .hasSize(4);
  }
}
