package io.tidemark;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.SettableProperty;
import io.tidemark.report.Report;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code registry.txt}: every method, live property and report of the server, with the class that answers. It is a
 * newcomer's index, and shows a reviewer what a change adds to the protocol.
 */
class RegistryTest {
    private static final Path REGISTRY = Path.of("src/test/resources/registry.txt");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tidemark");

    @Test
    void listsEveryMethodPropertyAndReport() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Methods");
        CLASSES.stream().flatMap(RegistryTest::methods).sorted().forEach(lines::add);
        lines.add("# Live properties");
        named(
                        LiveProperty.class,
                        property -> property.name()
                                + (property.inAllprop() ? " allprop" : "")
                                + (property instanceof SettableProperty ? " settable" : ""))
                .forEach(lines::add);
        lines.add("# Reports");
        named(Report.class, report -> report.name().toString()).forEach(lines::add);
        if (Boolean.getBoolean("registry.update")) {
            Files.write(REGISTRY, lines);
        }
        assertThat(Files.readAllLines(REGISTRY))
                .as(
                        "%s differs from the code; if the difference is meant, write it with"
                                + " mvn test -Dtest=RegistryTest -Dregistry.update=true and look at it",
                        REGISTRY)
                .isEqualTo(lines);
    }

    private static Stream<String> methods(JavaClass type) {
        return type.getMethods().stream()
                .flatMap(method -> method.getAnnotations().stream())
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(annotation -> annotation.getRawType().getSimpleName() + " - " + type.getName());
    }

    private static <T> Stream<String> named(Class<T> kind, Function<T, String> describe) {
        return CLASSES.stream()
                .filter(type -> type.isAssignableTo(kind)
                        && !type.isInterface()
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(type -> describe.apply(kind.cast(instance(type.reflect()))) + " - " + type.getName())
                .sorted();
    }

    /** What is named here names itself without needing anything injected. */
    private static Object instance(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
