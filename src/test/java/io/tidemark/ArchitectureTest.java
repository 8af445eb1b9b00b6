package io.tidemark;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.UnitOfWork;
import io.tidemark.target.DavMethod;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What keeps the house as its plan says. */
class ArchitectureTest {
    private static final int MOST_LINES = 500;
    private static final Path SOURCES = Path.of("src/main/java");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tidemark");

    private static final DescribedPredicate<JavaClass> ANSWERS_A_METHOD = DescribedPredicate.describe(
            "answer an HTTP method",
            type -> type.getMethods().stream()
                    .flatMap(method -> method.getAnnotations().stream())
                    .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)));

    @Test
    void aRoomUsesOnlyTheRoomsThatTheTableNames() {
        var strangers = new TreeSet<String>();
        for (JavaClass type : CLASSES) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency ->
                            Rooms.isRoom(dependency.getTargetClass().getPackageName()))
                    .filter(dependency -> !Rooms.mayUse(
                            type.getPackageName(), dependency.getTargetClass().getPackageName()))
                    .forEach(dependency -> strangers.add(dependency.getDescription()));
        }
        assertThat(strangers)
                .as("uses of rooms that io.tidemark.Rooms does not name; move the code, or change the table and say why"
                        + " in a decision record")
                .isEmpty();
    }

    @Test
    void theTableNamesNoMoreThanTheRoomsUse() {
        var unused = Rooms.table();
        for (JavaClass type : CLASSES) {
            var allowed = unused.get(Rooms.of(type.getPackageName()));
            if (allowed != null) {
                type.getDirectDependenciesFromSelf()
                        .forEach(dependency -> allowed.remove(
                                Rooms.of(dependency.getTargetClass().getPackageName())));
            }
        }
        unused.values().removeIf(Set::isEmpty);
        assertThat(unused).as("rooms that io.tidemark.Rooms names for nothing").isEmpty();
    }

    @Test
    void noTwoRoomsUseEachOther() {
        assertThat(Rooms.inACycle()).isEmpty();
    }

    @Test
    void everyClassIsInARoom() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).filter(name -> !Rooms.isRoom(name)))
                .isEmpty();
    }

    @Test
    void endpointsKnowNoPersistence() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Endpoint")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void endpointsReachTheDatabaseThroughServices() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Endpoint")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are repositories or entities",
                        type -> type.getSimpleName().endsWith("Repository") || type.isAnnotatedWith(Entity.class)))
                .check(CLASSES);
    }

    @Test
    void entitiesKnowNoHttp() {
        noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "io.tidemark.kernel.http..")
                .check(CLASSES);
    }

    @Test
    void entitiesAreStoredByRepositories() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Repository")
                .and()
                .areNotAssignableTo(UnitOfWork.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .check(CLASSES);
    }

    @Test
    void onePlaceSendsWhatEntitiesHaveBecome() {
        noClasses()
                .that()
                .areNotAssignableTo(UnitOfWork.class)
                .should()
                .callMethod(EntityManager.class, "flush")
                .orShould()
                .callMethod(EntityManager.class, "clear")
                .check(CLASSES);
    }

    @Test
    void sqlIsWrittenInRepositoriesTheJournalAndTheGateOfWriters() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Repository")
                .and()
                .resideOutsideOfPackages("io.tidemark.journal", "io.tidemark.kernel.sql")
                .and()
                .haveNameNotMatching("io\\.tidemark\\.guard\\.(AdvisoryGate|LocalGate|WriteGates)")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Sql.class)
                .check(CLASSES);
    }

    @Test
    void aClassThatAnswersAMethodIsAnEndpointThatSaysWhere() {
        classes()
                .that(ANSWERS_A_METHOD)
                .should()
                .haveSimpleNameEndingWith("Endpoint")
                .andShould()
                .beAssignableTo(DavMethod.class)
                .check(CLASSES);
        classes()
                .that()
                .haveSimpleNameEndingWith("Endpoint")
                .should(be(ANSWERS_A_METHOD))
                .check(CLASSES);
    }

    @Test
    void everyMethodHasOneEndpoint() {
        var endpoints = new TreeMap<String, Set<String>>();
        for (JavaClass type : CLASSES) {
            for (JavaMethod method : type.getMethods()) {
                method.getAnnotations().stream()
                        .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                        .forEach(annotation -> endpoints
                                .computeIfAbsent(annotation.getRawType().getSimpleName(), name -> new TreeSet<>())
                                .add(type.getName()));
            }
        }
        assertThat(endpoints)
                .hasSizeGreaterThan(15)
                .allSatisfy((method, types) ->
                        assertThat(types).as("endpoints of %s", method).hasSize(1));
    }

    @Test
    void fewClassesKnowWhichServerTheyRunIn() {
        noClasses()
                .that()
                .haveNameNotMatching(
                        "io\\.tidemark\\.(files\\.FileBody|kernel\\.http\\.(ContentType|UnknownLength)|kernel\\.xml\\.Spelling|audit\\..*|signon\\..*|edge\\..*|traffic\\..*|figures\\..*)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.undertow..", "org.wildfly..", "org.jboss.resteasy..", "org.xnio..")
                .check(CLASSES);
    }

    @Test
    void oneClassKnowsWhereFiguresGo() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.tidemark.figures.MicrometerMeters")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatLivesThere() throws IOException {
        try (var directories = Files.walk(SOURCES)) {
            assertThat(directories
                            .filter(Files::isDirectory)
                            .filter(ArchitectureTest::holdsClasses)
                            .map(directory -> directory.resolve("package-info.java")))
                    .isNotEmpty()
                    .allSatisfy(
                            info -> assertThat(info).content().contains("/**").contains("@NullMarked"));
        }
    }

    @Test
    void noFileIsLong() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).filter(file -> lines(file) > MOST_LINES))
                    .as("files of more than %d lines", MOST_LINES)
                    .isEmpty();
        }
    }

    private static boolean holdsClasses(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
