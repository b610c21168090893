package io.leat.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom. Maven's modules keep the coarse arrows; this keeps those that the class path would allow. */
class ModuleArrowsTest {
    private static final JavaClasses LEAT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("test-classes") && !location.contains("-tests.jar"))
            .importPackages("io.leat");

    @Test
    void coreKnowsTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("io.leat.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.leat.core..", "java..")
                .check(LEAT);
    }

    @Test
    void theRuntimeArmKnowsNoSql() {
        noClasses()
                .that()
                .resideInAnyPackage("io.leat.executor..", "io.leat.connector..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.calcite..",
                        "org.antlr..",
                        "io.leat.parser..",
                        "io.leat.planner..",
                        "io.leat.engine..")
                .check(LEAT);
    }

    @Test
    void theExecutorKnowsCoreOnly() {
        classes()
                .that()
                .resideInAPackage("io.leat.executor..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.leat.executor..", "io.leat.core..", "java..")
                .check(LEAT);
    }

    @Test
    void theLanguageArmKnowsNoData() {
        noClasses()
                .that()
                .resideInAnyPackage("io.leat.grammar..", "io.leat.parser..", "io.leat.planner..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.leat.executor..", "io.leat.connector..", "io.leat.engine..")
                .check(LEAT);
    }

    @Test
    void plansCarryNothingOfCalcite() {
        noClasses()
                .that()
                .resideInAnyPackage("io.leat.engine.run..", "io.leat.engine.view..", "io.leat.engine.system..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.calcite..")
                .check(LEAT);
    }

    @Test
    void nobodyCompilesAgainstAConnector() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.leat.connector..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.leat.connector..")
                .check(LEAT);
    }

    @Test
    void theShellKnowsTheEngineAndCoreOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.leat.shell..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.calcite..",
                        "org.antlr..",
                        "io.leat.grammar..",
                        "io.leat.parser..",
                        "io.leat.planner..",
                        "io.leat.executor..")
                .check(LEAT);
    }
}
