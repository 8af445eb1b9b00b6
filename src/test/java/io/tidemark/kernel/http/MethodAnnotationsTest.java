package io.tidemark.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MethodAnnotationsTest {
    static Stream<Class<?>> annotations() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.tidemark.kernel.http.method")
                        .stream()
                        .filter(JavaClass::isAnnotation)
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void anAnnotationIsNamedAsItsMethod(Class<?> annotation) {
        assertThat(annotation.getAnnotation(HttpMethod.class)).isNotNull();
        assertThat(annotation.getAnnotation(HttpMethod.class).value())
                .isEqualTo(annotation.getSimpleName().replace('_', '-'));
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void anAnnotationIsThereAtRunTimeAndOnMethodsOnly(Class<?> annotation) {
        assertThat(annotation.getAnnotation(Retention.class).value()).isEqualTo(RetentionPolicy.RUNTIME);
        assertThat(annotation.getAnnotation(Target.class).value()).containsExactly(ElementType.METHOD);
    }

    @Test
    void thereAreAnnotationsToLookAt() {
        assertThat(annotations()).hasSizeGreaterThanOrEqualTo(13);
    }
}
