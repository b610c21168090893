/** Tests of connector filesystem: reading, following, writing. */
package io.leat.connector.file;
