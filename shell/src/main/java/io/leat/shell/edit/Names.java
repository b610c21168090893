package io.leat.shell.edit;

import io.leat.core.connector.ConnectorOption;
import java.util.List;

/** The names that completion can offer. */
interface Names {

    /** No names at all. */
    Names NONE = new Names() {
        @Override
        public List<String> relations() {
            return List.of();
        }

        @Override
        public List<Column> columns(String relation) {
            return List.of();
        }

        @Override
        public List<Function> functions() {
            return List.of();
        }

        @Override
        public List<String> connectors() {
            return List.of();
        }

        @Override
        public List<ConnectorOption> options(String connector) {
            return List.of();
        }
    };

    /** A column and its type. */
    record Column(String name, String type) {}

    /** A function, how it is written and what it gives. */
    record Function(String name, String signature, String description) {}

    /** Tables and views. */
    List<String> relations();

    /** The columns of a table or view; none if there is no such. */
    List<Column> columns(String relation);

    /** All functions. */
    List<Function> functions();

    /** All connectors. */
    List<String> connectors();

    /** The options of a connector; none if there is no such. */
    List<ConnectorOption> options(String connector);
}
