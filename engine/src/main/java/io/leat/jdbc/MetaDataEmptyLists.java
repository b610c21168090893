package io.leat.jdbc;

import io.leat.core.type.Schema;
import java.sql.ResultSet;
import java.util.List;

/** Lists of what Leat has none of: procedures, privileges, foreign keys, indexes, user-defined types, catalogs. */
abstract class MetaDataEmptyLists extends MetaDataBehavior {

    static ResultSet empty(Schema columns) {
        return MemoryRows.resultSet(columns, List.of());
    }

    @Override
    public ResultSet getCatalogs() {
        return empty(MetaDataColumns.CATALOGS);
    }

    @Override
    public ResultSet getProcedures(String catalog, String schema, String name) {
        return empty(MetaDataColumns.PROCEDURES);
    }

    @Override
    public ResultSet getProcedureColumns(String catalog, String schema, String name, String column) {
        return empty(MetaDataColumns.PROCEDURE_COLUMNS);
    }

    @Override
    public ResultSet getFunctionColumns(String catalog, String schema, String name, String column) {
        return empty(MetaDataColumns.FUNCTION_COLUMNS);
    }

    @Override
    public ResultSet getColumnPrivileges(String catalog, String schema, String table, String column) {
        return empty(MetaDataColumns.COLUMN_PRIVILEGES);
    }

    @Override
    public ResultSet getTablePrivileges(String catalog, String schema, String table) {
        return empty(MetaDataColumns.TABLE_PRIVILEGES);
    }

    @Override
    public ResultSet getVersionColumns(String catalog, String schema, String table) {
        return empty(MetaDataColumns.ROW_IDENTIFIERS);
    }

    @Override
    public ResultSet getImportedKeys(String catalog, String schema, String table) {
        return empty(MetaDataColumns.FOREIGN_KEYS);
    }

    @Override
    public ResultSet getExportedKeys(String catalog, String schema, String table) {
        return empty(MetaDataColumns.FOREIGN_KEYS);
    }

    @Override
    public ResultSet getCrossReference(
            String parentCatalog,
            String parentSchema,
            String parentTable,
            String foreignCatalog,
            String foreignSchema,
            String foreignTable) {
        return empty(MetaDataColumns.FOREIGN_KEYS);
    }

    @Override
    public ResultSet getIndexInfo(String catalog, String schema, String table, boolean unique, boolean approximate) {
        return empty(MetaDataColumns.INDEXES);
    }

    @Override
    public ResultSet getUDTs(String catalog, String schema, String type, int[] types) {
        return empty(MetaDataColumns.USER_TYPES);
    }

    @Override
    public ResultSet getSuperTypes(String catalog, String schema, String type) {
        return empty(MetaDataColumns.SUPER_TYPES);
    }

    @Override
    public ResultSet getSuperTables(String catalog, String schema, String table) {
        return empty(MetaDataColumns.SUPER_TABLES);
    }

    @Override
    public ResultSet getAttributes(String catalog, String schema, String type, String attribute) {
        return empty(MetaDataColumns.ATTRIBUTES);
    }

    @Override
    public ResultSet getPseudoColumns(String catalog, String schema, String table, String column) {
        return empty(MetaDataColumns.PSEUDO_COLUMNS);
    }

    @Override
    public ResultSet getClientInfoProperties() {
        return empty(MetaDataColumns.CLIENT_INFO);
    }
}
