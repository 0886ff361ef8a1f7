package vn.monitoring.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import org.jboss.resteasy.reactive.multipart.FilePart;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.junit.jupiter.api.Test;

/// The rules of the house that a compiler does not check; each service's `ArchitectureTest` extends this class.
public abstract class ArchitectureRules {

    private static final DescribedPredicate<JavaMethod> HTTP_OPERATIONS = DescribedPredicate.describe(
            "HTTP operations",
            method -> method.getAnnotations().stream()
                    .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)));

    private final String root;
    private final JavaClasses classes;

    /// @param root the service's root package: `vn.monitoring.indicator`
    protected ArchitectureRules(String root) {
        this.root = root;
        this.classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
    }

    @Test
    void featuresHaveNoCycles() {
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void everyOperationNamesItsRoles() {
        methods()
                .that(HTTP_OPERATIONS)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .allowEmptyShould(true)
                .check(classes);
    }

    /// What people upload is scanned before anybody reads it; only the kit asks a form for a file.
    @Test
    void uploadsAreReadThroughTheScannerOnly() {
        noClasses()
                .should()
                .callMethod(FileUpload.class, "uploadedFile")
                .orShould()
                .callMethod(FileUpload.class, "filePath")
                .orShould()
                .callMethod(FilePart.class, "filePath")
                .check(classes);
    }

    @Test
    void factsLeaveByTheOutboxOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.kafka.clients.producer.KafkaProducer")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Emitter")
                .check(classes);
    }

    @Test
    void dependenciesComeByConstructor() {
        fields().should().notBeAnnotatedWith(Inject.class).check(classes);
    }

    @Test
    void noLayersAsPackages() {
        noClasses()
                .should()
                .resideInAnyPackage("..controller..", "..dto..", "..util..", "..impl..", "..mapper..", "..helper..")
                .check(classes);
    }
}
