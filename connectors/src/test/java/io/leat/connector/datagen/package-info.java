/** Tests of connector datagen. */
package io.leat.connector.datagen;
