/**
 * What every connector and format must pass, to be extended by its test: {@link io.leat.connector.contract.SourceContract},
 * {@link io.leat.connector.contract.SinkContract}, {@link io.leat.connector.contract.FormatContract}. They ship as a
 * test-jar, so that connectors elsewhere can run them too.
 */
package io.leat.connector.contract;
