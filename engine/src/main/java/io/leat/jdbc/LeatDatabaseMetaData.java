package io.leat.jdbc;

import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.engine.RelationInfo;
import io.leat.engine.Result;
import io.leat.engine.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tools such as DBeaver and DataGrip ask: tables, columns, keys, types, functions.
 *
 * <p>There are no catalogs, and what is created is in no schema: {@code TABLE_SCHEM} is NULL and {@code getSchemas} empty,
 * so that tools write plain names. System tables are listed with the schema {@code leat} by which SQL names them.
 */
final class LeatDatabaseMetaData extends MetaDataEmptyLists {
    private static final int RADIX = 10;
    private static final List<String> TABLE_TYPES = List.of("MATERIALIZED VIEW", "SYSTEM TABLE", "TABLE", "VIEW");
    private static final String KEYWORDS = "ADVANCE,CHANGES,EMIT,EXPLAIN,FLUSH,JOB,JOBS,MATERIALIZED,METADATA,REPLACE,"
            + "SETTINGS,SHOW,SINK,SUBSCRIBE,TUMBLE,HOP,SESSION,VIEW,VIRTUAL,WATERMARK";
    private static final Set<String> NUMERIC = Set.of(
            "ABS",
            "ACOS",
            "ASIN",
            "ATAN",
            "ATAN2",
            "CEILING",
            "COS",
            "COT",
            "DEGREES",
            "EXP",
            "FLOOR",
            "LOG",
            "LOG10",
            "MOD",
            "PI",
            "POWER",
            "RADIANS",
            "RAND",
            "ROUND",
            "SIGN",
            "SIN",
            "SQRT",
            "TAN",
            "TRUNCATE");
    private static final Set<String> STRING = Set.of(
            "ASCII",
            "CHAR",
            "CHAR_LENGTH",
            "CHARACTER_LENGTH",
            "CONCAT",
            "DIFFERENCE",
            "INSERT",
            "LCASE",
            "LEFT",
            "LENGTH",
            "LOCATE",
            "LTRIM",
            "OCTET_LENGTH",
            "POSITION",
            "REPEAT",
            "REPLACE",
            "RIGHT",
            "RTRIM",
            "SOUNDEX",
            "SPACE",
            "SUBSTRING",
            "UCASE");
    private static final Set<String> TIME = Set.of(
            "CURRENT_DATE",
            "CURRENT_TIME",
            "CURRENT_TIMESTAMP",
            "DAYOFMONTH",
            "DAYOFWEEK",
            "DAYOFYEAR",
            "EXTRACT",
            "HOUR",
            "MINUTE",
            "MONTH",
            "QUARTER",
            "SECOND",
            "TIMESTAMPADD",
            "TIMESTAMPDIFF",
            "WEEK",
            "YEAR");
    private static final Set<String> SYSTEM = Set.of("DATABASE", "IFNULL", "USER");

    private final LeatConnection connection;

    LeatDatabaseMetaData(LeatConnection connection) {
        this.connection = connection;
    }

    @Override
    List<Object> wrapped() {
        return connection.wrapped();
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public String getURL() {
        return connection.url().text();
    }

    @Override
    public boolean usesLocalFiles() {
        return connection.url().directory().isPresent();
    }

    @Override
    public int getMaxStatementLength() {
        return connection.leat().limits().statementCharacters();
    }

    @Override
    public RowIdLifetime getRowIdLifetime() {
        return RowIdLifetime.ROWID_UNSUPPORTED;
    }

    /** False: CAST converts, and the escape {@code {fn CONVERT ...}} is not read. */
    @Override
    public boolean supportsConvert() {
        return false;
    }

    @Override
    public boolean supportsConvert(int from, int to) {
        return false;
    }

    @Override
    public String getSQLKeywords() {
        return KEYWORDS;
    }

    @Override
    public String getNumericFunctions() throws SQLException {
        return functions(NUMERIC);
    }

    @Override
    public String getStringFunctions() throws SQLException {
        return functions(STRING);
    }

    @Override
    public String getTimeDateFunctions() throws SQLException {
        return functions(TIME);
    }

    @Override
    public String getSystemFunctions() throws SQLException {
        return functions(SYSTEM);
    }

    private String functions(Set<String> names) throws SQLException {
        return functions().stream()
                .map(row -> row.getString(0))
                .filter(names::contains)
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    private List<Row> functions() throws SQLException {
        connection.requireOpen();
        return SqlErrors.call(() -> {
            try (Result result = connection.session().execute("SHOW FUNCTIONS")) {
                return result.rows();
            }
        });
    }

    @Override
    public ResultSet getFunctions(String catalog, String schema, String name) throws SQLException {
        NamePattern names = NamePattern.of(name);
        List<List<Object>> rows = new ArrayList<>();
        if (hasNoName(catalog) && isWithoutSchema(schema)) {
            for (Row row : functions()) {
                String function = row.getString(0);
                if (names.matches(function)) {
                    String remarks = row.getString(1) + ": " + row.getString(2);
                    rows.add(Arrays.asList(null, null, function, remarks, functionNoTable, function));
                }
            }
        }
        rows.sort(Comparator.comparing(row -> (String) row.get(2)));
        return MemoryRows.resultSet(MetaDataColumns.FUNCTIONS, rows);
    }

    private static boolean hasNoName(String catalog) {
        return catalog == null || catalog.isEmpty();
    }

    private static boolean isWithoutSchema(String pattern) {
        return pattern == null || pattern.isEmpty() || pattern.equals("%");
    }

    private Stream<RelationInfo> relations(String catalog, String schema, String table) throws SQLException {
        connection.requireOpen();
        NamePattern schemas = NamePattern.of(schema);
        NamePattern tables = NamePattern.of(table);
        return SqlErrors.call(() -> connection.session().relations()).stream()
                .filter(relation -> hasNoName(catalog))
                .filter(relation -> relation.schemaName().isEmpty()
                        ? isWithoutSchema(schema)
                        : schemas.matches(relation.schemaName()))
                .filter(relation -> tables.matches(relation.name()));
    }

    private static String type(RelationInfo relation) {
        return relation.kind().toUpperCase(Locale.ROOT);
    }

    private static String schemaName(RelationInfo relation) {
        return relation.schemaName().isEmpty() ? null : relation.schemaName();
    }

    private static String remarks(RelationInfo relation) {
        String connector = relation.connector().map(name -> "connector " + name).orElse("");
        String temporary = relation.isTemporary() ? "temporary" : "";
        return Stream.of(temporary, connector).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    @Override
    public ResultSet getTables(String catalog, String schema, String table, String[] types) throws SQLException {
        List<String> wanted = types == null ? TABLE_TYPES : List.of(types);
        List<List<Object>> rows = relations(catalog, schema, table)
                .filter(relation -> wanted.contains(type(relation)))
                .sorted(Comparator.comparing(LeatDatabaseMetaData::type)
                        .thenComparing(RelationInfo::schemaName)
                        .thenComparing(RelationInfo::name))
                .map(relation -> Arrays.<Object>asList(
                        null,
                        schemaName(relation),
                        relation.name(),
                        type(relation),
                        remarks(relation),
                        null,
                        null,
                        null,
                        null,
                        null))
                .toList();
        return MemoryRows.resultSet(MetaDataColumns.TABLES, rows);
    }

    @Override
    public ResultSet getTableTypes() {
        List<List<Object>> rows = TABLE_TYPES.stream().map(List::<Object>of).toList();
        return MemoryRows.resultSet(MetaDataColumns.TABLE_TYPES, rows);
    }

    @Override
    public ResultSet getSchemas() {
        return empty(MetaDataColumns.SCHEMAS);
    }

    @Override
    public ResultSet getSchemas(String catalog, String schema) {
        return getSchemas();
    }

    @Override
    public ResultSet getTypeInfo() {
        return MemoryRows.resultSet(MetaDataColumns.TYPES, TypeInfoRows.all());
    }

    @Override
    public ResultSet getColumns(String catalog, String schema, String table, String column) throws SQLException {
        NamePattern columns = NamePattern.of(column);
        List<List<Object>> rows = new ArrayList<>();
        relations(catalog, schema, table)
                .sorted(Comparator.comparing(RelationInfo::schemaName).thenComparing(RelationInfo::name))
                .forEach(relation -> {
                    for (int i = 0; i < relation.schema().size(); i++) {
                        if (columns.matches(relation.schema().name(i))) {
                            rows.add(column(relation, i));
                        }
                    }
                });
        return MemoryRows.resultSet(MetaDataColumns.COLUMNS, rows);
    }

    private static List<Object> column(RelationInfo relation, int index) {
        Field field = relation.schema().fields().get(index);
        DataType type = field.type();
        boolean nullable = type.nullable() && !relation.primaryKey().contains(index);
        boolean sized = type.kind().isText() || type.kind().isBinary();
        return Arrays.asList(
                null,
                schemaName(relation),
                relation.name(),
                field.name(),
                JdbcType.of(type).code(),
                JdbcType.name(type),
                JdbcType.precision(type),
                null,
                JdbcType.scale(type),
                type.kind().isNumeric() ? RADIX : null,
                nullable ? columnNullable : columnNoNulls,
                "",
                null,
                null,
                null,
                sized ? type.precision() : null,
                index + 1,
                nullable ? "YES" : "NO",
                null,
                null,
                null,
                null,
                "NO",
                "");
    }

    @Override
    public ResultSet getPrimaryKeys(String catalog, String schema, String table) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        exactly(catalog, schema, table).forEach(relation -> {
            for (int i = 0; i < relation.primaryKey().size(); i++) {
                String column = relation.schema().name(relation.primaryKey().get(i));
                rows.add(Arrays.asList(null, schemaName(relation), relation.name(), column, i + 1, null));
            }
        });
        rows.sort(Comparator.comparing(row -> (String) row.get(3)));
        return MemoryRows.resultSet(MetaDataColumns.PRIMARY_KEYS, rows);
    }

    /** The relations of a name that is not a pattern; null for all. */
    private Stream<RelationInfo> exactly(String catalog, String schema, String table) throws SQLException {
        return relations(catalog, schema, null)
                .filter(relation -> table == null || relation.name().equalsIgnoreCase(table));
    }

    @Override
    public ResultSet getBestRowIdentifier(String catalog, String schema, String table, int scope, boolean nullable)
            throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        exactly(catalog, schema, table)
                .forEach(relation -> relation.primaryKey().forEach(index -> {
                    DataType type = relation.schema().type(index);
                    rows.add(Arrays.asList(
                            bestRowSession,
                            relation.schema().name(index),
                            JdbcType.of(type).code(),
                            JdbcType.name(type),
                            JdbcType.precision(type),
                            null,
                            JdbcType.scale(type),
                            bestRowNotPseudo));
                }));
        return MemoryRows.resultSet(MetaDataColumns.ROW_IDENTIFIERS, rows);
    }
}
