/** Tests of connectors print and blackhole. */
package io.leat.connector.print;
