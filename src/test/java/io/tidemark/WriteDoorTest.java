package io.tidemark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.StorageLimit;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteInterceptor;
import io.tidemark.kernel.sql.Retry;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Keeps every unsafe request at the one door for writes, {@link WriteInterceptor}. */
class WriteDoorTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tidemark");

    /** What reads, or asks before it reads a long body: it runs without a transaction, and changes nothing. */
    private static final Set<String> READS = Set.of(
            "io.tidemark.files.ReadService.*",
            "io.tidemark.files.PutService.preview",
            "io.tidemark.files.ImportService.preview",
            "io.tidemark.files.HistoryImportService.preview",
            "io.tidemark.property.Listing.*",
            "io.tidemark.sync.SyncService.*");

    /** What the server does by itself, for no request: nobody's conditions hold for it. */
    private static final Set<String> BACKGROUND = Set.of(
            "io.tidemark.configuration.inheritance.PendingService.*",
            "io.tidemark.content.ContentDeletion.*",
            "io.tidemark.journal.Forgetting.*",
            "io.tidemark.journal.Numbering.*",
            "io.tidemark.journal.Sequencer.*",
            "io.tidemark.lock.LockDeletion.*",
            "io.tidemark.namespace.PurgeService.*",
            "io.tidemark.retention.RetentionService.*",
            "io.tidemark.upload.UploadSweep.*");

    @Test
    void everyMethodOfAStatelessBeanIsAWriteOrIsNamedHere() {
        var strangers = new TreeSet<String>();
        var unused = new TreeSet<String>(READS);
        unused.addAll(BACKGROUND);
        for (JavaClass type : CLASSES) {
            if (!type.isAnnotatedWith(Stateless.class)) {
                continue;
            }
            for (JavaMethod method : type.getMethods()) {
                if (!isBusinessMethod(method) || method.isAnnotatedWith(Write.class)) {
                    continue;
                }
                String name = type.getName() + '.' + method.getName();
                String all = type.getName() + ".*";
                if (!READS.contains(name) && !READS.contains(all) && !BACKGROUND.contains(all)) {
                    strangers.add(name);
                }
                unused.remove(name);
                unused.remove(all);
            }
        }
        assertThat(strangers)
                .as("methods of stateless beans that are neither a @Write nor named in this test")
                .isEmpty();
        assertThat(unused).as("names in this test of what is no more").isEmpty();
    }

    @Test
    void aWriteKnowsTheConditionsOfItsRequest() {
        assertThat(writes())
                .isNotEmpty()
                .allSatisfy(method -> assertThat(method.getRawParameterTypes())
                        .as("parameters of %s", method.getFullName())
                        .anyMatch(parameter -> parameter.isEquivalentTo(Preconditions.class)));
    }

    @Test
    void aWriteHasNoTransactionButThatOfTheDoor() {
        assertThat(writes()).allSatisfy(method -> {
            JavaClass service = method.getOwner();
            assertThat(service.isAnnotatedWith(Stateless.class))
                    .as("%s is a stateless bean", service.getName())
                    .isTrue();
            assertThat(service.getAnnotationOfType(TransactionAttribute.class).value())
                    .as("transactions of %s", service.getName())
                    .isEqualTo(TransactionAttributeType.NOT_SUPPORTED);
        });
    }

    @Test
    void onlyTheDoorAndWhatTheServerDoesByItselfRepeatTransactions() {
        noClasses()
                .that()
                .haveNameNotMatching(
                        "io\\.tidemark\\.(app\\.HistoryKeeper|configuration\\.inheritance\\.PendingWork"
                                + "|content\\.(ContentCollector|SumKeeper)|journal\\.Sequencer|guard\\.WriteInterceptor"
                                + "|kernel\\.sql\\.Retry|lock\\.LockExpiry|retention\\.RetentionKeeper|upload\\.UploadExpiry)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Retry.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheDoorSettlesWhatWasStored() {
        methods()
                .that()
                .areDeclaredIn(StorageLimit.class)
                .and()
                .haveName("settle")
                .should()
                .onlyBeCalled()
                .byClassesThat()
                .areAssignableTo(WriteInterceptor.class)
                .check(CLASSES);
    }

    private static Set<JavaMethod> writes() {
        var writes = new LinkedHashSet<JavaMethod>();
        CLASSES.forEach(type -> type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(Write.class))
                .forEach(writes::add));
        return writes;
    }

    private static boolean isBusinessMethod(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
    }
}
