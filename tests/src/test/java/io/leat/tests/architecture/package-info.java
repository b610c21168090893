/** The rules of the house that a machine can check: who may know whom, what nobody may call, how large a file may be. */
package io.leat.tests.architecture;
