package io.leat.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ObjectInputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Time and randomness are ports, nobody sleeps, nothing is deserialized. */
class ForbiddenCallsTest {
    private static final JavaClasses LEAT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("test-classes") && !location.contains("-tests.jar"))
            .importPackages("io.leat");

    @Test
    void onlyTheClockAsksTheMachineWhatTimeItIs() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.leat.core.time..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(LEAT);
    }

    @Test
    void nobodySleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(LEAT);
    }

    @Test
    void randomnessHasASeed() {
        noClasses().should().callConstructor(Random.class).check(LEAT);
        noClasses().should().callMethod(Math.class, "random").check(LEAT);
    }

    @Test
    void nothingIsDeserialized() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .check(LEAT);
    }
}
