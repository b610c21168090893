/**
 * Directories that earlier versions have written, which must open from now on.
 *
 * <p>Each format has a file {@code format-N.zip} among the test resources, in the package of this name. A new one is written
 * by {@code ./mvnw -pl tests -am test -Dtest=UpgradeTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dleat.test.argLine=-Dleat.fixture.write=true}, which replaces that of the same number: only while no version with that
 * format has been released.
 */
package io.leat.tests.upgrade;
