/** Tests of the JSON decoders against each other. */
package io.leat.connector.format.json;
