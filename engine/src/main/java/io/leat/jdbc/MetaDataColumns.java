package io.leat.jdbc;

import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import java.util.Arrays;

/** The columns that JDBC prescribes for the lists of the metadata: texts, but for those marked as numbers or flags. */
final class MetaDataColumns {
    static final Schema TABLES = of("TABLE_CAT TABLE_SCHEM TABLE_NAME TABLE_TYPE REMARKS TYPE_CAT TYPE_SCHEM TYPE_NAME"
            + " SELF_REFERENCING_COL_NAME REF_GENERATION");
    static final Schema SCHEMAS = of("TABLE_SCHEM TABLE_CATALOG");
    static final Schema CATALOGS = of("TABLE_CAT");
    static final Schema TABLE_TYPES = of("TABLE_TYPE");
    static final Schema COLUMNS =
            of("TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME DATA_TYPE# TYPE_NAME COLUMN_SIZE# BUFFER_LENGTH#"
                    + " DECIMAL_DIGITS# NUM_PREC_RADIX# NULLABLE# REMARKS COLUMN_DEF SQL_DATA_TYPE# SQL_DATETIME_SUB#"
                    + " CHAR_OCTET_LENGTH# ORDINAL_POSITION# IS_NULLABLE SCOPE_CATALOG SCOPE_SCHEMA SCOPE_TABLE"
                    + " SOURCE_DATA_TYPE# IS_AUTOINCREMENT IS_GENERATEDCOLUMN");
    static final Schema PRIMARY_KEYS = of("TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME KEY_SEQ# PK_NAME");
    static final Schema ROW_IDENTIFIERS =
            of("SCOPE# COLUMN_NAME DATA_TYPE# TYPE_NAME COLUMN_SIZE# BUFFER_LENGTH# DECIMAL_DIGITS# PSEUDO_COLUMN#");
    static final Schema TYPES =
            of("TYPE_NAME DATA_TYPE# PRECISION# LITERAL_PREFIX LITERAL_SUFFIX CREATE_PARAMS NULLABLE# CASE_SENSITIVE?"
                    + " SEARCHABLE# UNSIGNED_ATTRIBUTE? FIXED_PREC_SCALE? AUTO_INCREMENT? LOCAL_TYPE_NAME"
                    + " MINIMUM_SCALE# MAXIMUM_SCALE# SQL_DATA_TYPE# SQL_DATETIME_SUB# NUM_PREC_RADIX#");
    static final Schema FUNCTIONS =
            of("FUNCTION_CAT FUNCTION_SCHEM FUNCTION_NAME REMARKS FUNCTION_TYPE# SPECIFIC_NAME");
    static final Schema FUNCTION_COLUMNS = of(
            "FUNCTION_CAT FUNCTION_SCHEM FUNCTION_NAME COLUMN_NAME COLUMN_TYPE# DATA_TYPE# TYPE_NAME PRECISION# LENGTH#"
                    + " SCALE# RADIX# NULLABLE# REMARKS CHAR_OCTET_LENGTH# ORDINAL_POSITION# IS_NULLABLE"
                    + " SPECIFIC_NAME");
    static final Schema PROCEDURES =
            of("PROCEDURE_CAT PROCEDURE_SCHEM PROCEDURE_NAME RESERVED_1 RESERVED_2 RESERVED_3 REMARKS PROCEDURE_TYPE#"
                    + " SPECIFIC_NAME");
    static final Schema PROCEDURE_COLUMNS =
            of("PROCEDURE_CAT PROCEDURE_SCHEM PROCEDURE_NAME COLUMN_NAME COLUMN_TYPE# DATA_TYPE# TYPE_NAME PRECISION#"
                    + " LENGTH# SCALE# RADIX# NULLABLE# REMARKS COLUMN_DEF SQL_DATA_TYPE# SQL_DATETIME_SUB#"
                    + " CHAR_OCTET_LENGTH# ORDINAL_POSITION# IS_NULLABLE SPECIFIC_NAME");
    static final Schema COLUMN_PRIVILEGES =
            of("TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME GRANTOR GRANTEE PRIVILEGE IS_GRANTABLE");
    static final Schema TABLE_PRIVILEGES =
            of("TABLE_CAT TABLE_SCHEM TABLE_NAME GRANTOR GRANTEE PRIVILEGE IS_GRANTABLE");
    static final Schema FOREIGN_KEYS = of(
            "PKTABLE_CAT PKTABLE_SCHEM PKTABLE_NAME PKCOLUMN_NAME FKTABLE_CAT FKTABLE_SCHEM FKTABLE_NAME FKCOLUMN_NAME"
                    + " KEY_SEQ# UPDATE_RULE# DELETE_RULE# FK_NAME PK_NAME DEFERRABILITY#");
    static final Schema INDEXES = of(
            "TABLE_CAT TABLE_SCHEM TABLE_NAME NON_UNIQUE? INDEX_QUALIFIER INDEX_NAME TYPE# ORDINAL_POSITION# COLUMN_NAME"
                    + " ASC_OR_DESC CARDINALITY# PAGES# FILTER_CONDITION");
    static final Schema USER_TYPES = of("TYPE_CAT TYPE_SCHEM TYPE_NAME CLASS_NAME DATA_TYPE# REMARKS BASE_TYPE#");
    static final Schema SUPER_TYPES = of("TYPE_CAT TYPE_SCHEM TYPE_NAME SUPERTYPE_CAT SUPERTYPE_SCHEM SUPERTYPE_NAME");
    static final Schema SUPER_TABLES = of("TABLE_CAT TABLE_SCHEM TABLE_NAME SUPERTABLE_NAME");
    static final Schema ATTRIBUTES =
            of("TYPE_CAT TYPE_SCHEM TYPE_NAME ATTR_NAME DATA_TYPE# ATTR_TYPE_NAME ATTR_SIZE# DECIMAL_DIGITS#"
                    + " NUM_PREC_RADIX# NULLABLE# REMARKS ATTR_DEF SQL_DATA_TYPE# SQL_DATETIME_SUB# CHAR_OCTET_LENGTH#"
                    + " ORDINAL_POSITION# IS_NULLABLE SCOPE_CATALOG SCOPE_SCHEMA SCOPE_TABLE SOURCE_DATA_TYPE#");
    static final Schema PSEUDO_COLUMNS =
            of("TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME DATA_TYPE# COLUMN_SIZE# DECIMAL_DIGITS# NUM_PREC_RADIX#"
                    + " COLUMN_USAGE REMARKS CHAR_OCTET_LENGTH# IS_NULLABLE");
    static final Schema CLIENT_INFO = of("NAME MAX_LEN# DEFAULT_VALUE DESCRIPTION");

    private MetaDataColumns() {}

    private static Schema of(String names) {
        return new Schema(
                Arrays.stream(names.split(" ")).map(MetaDataColumns::field).toList());
    }

    private static Field field(String name) {
        String plain = name.replaceAll("[#?]", "");
        if (name.endsWith("#")) {
            return new Field(plain, DataType.INTEGER);
        }
        return new Field(plain, name.endsWith("?") ? DataType.of(TypeKind.BOOLEAN) : DataType.STRING);
    }
}
