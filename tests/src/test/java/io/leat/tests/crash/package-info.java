/** Real processes that are killed while they write, and what is there afterwards. */
package io.leat.tests.crash;
