/** Tests of connector nexmark. */
package io.leat.connector.nexmark;
