/** Tests of the CSV decoders and boundaries against simpler ones. */
package io.leat.connector.format.csv;
