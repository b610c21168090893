/** Tests of the formats, each on top of its contract. */
package io.leat.connector.format;
