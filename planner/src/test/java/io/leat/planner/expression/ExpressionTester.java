package io.leat.planner.expression;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.JavaValues;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Expression;
import io.leat.executor.kernel.KernelCompiler;
import io.leat.executor.kernel.Selection;
import io.leat.parser.CalciteDialect;
import io.leat.planner.function.OperatorTable;
import io.leat.planner.type.CalciteTypes;
import io.leat.planner.type.LeatTypeFactory;
import io.leat.planner.type.NamedTypes;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.sql2rel.StandardConvertletTable;

/** Takes the text of an expression all the way to its value for the one row of {@link ExampleRow}. */
final class ExpressionTester {
    private final TranslationContext context;

    ExpressionTester(TranslationContext context) {
        this.context = context;
    }

    /** The value as text, or the error's code and line. */
    String value(String sql) {
        try {
            return render(evaluate(translate(sql)));
        } catch (LeatException error) {
            return "ERROR " + error.code() + " " + error.getMessage();
        } catch (CalciteContextException error) {
            return "INVALID "
                    + error.getCause().getMessage().lines().findFirst().orElse("");
        } catch (SqlParseException error) {
            return "UNREADABLE " + error.getMessage().lines().findFirst().orElse("");
        }
    }

    Expression translate(String sql) throws SqlParseException {
        return new ExpressionTranslator(context).translate(rex(sql));
    }

    private static Object evaluate(Expression expression) {
        Chunk row = ExampleRow.chunk();
        return JavaValues.get(
                expression.type(),
                KernelCompiler.compile(expression, ExpressionTester.class.getClassLoader())
                        .evaluate(row, Selection.all(row)),
                0);
    }

    /** What Calcite makes of an expression. */
    RexNode rex(String sql) throws SqlParseException {
        RelDataTypeFactory types = new LeatTypeFactory();
        CalciteSchema root = CalciteSchema.createRootSchema(false);
        root.add("t", new ExampleTable());
        CalciteCatalogReader catalog = new Catalog(root, types);
        SqlValidator validator = SqlValidatorUtil.newValidator(
                OperatorTable.instance(),
                catalog,
                types,
                SqlValidator.Config.DEFAULT
                        .withConformance(CalciteDialect.CONFORMANCE)
                        .withIdentifierExpansion(true));
        RelOptCluster cluster =
                RelOptCluster.create(new HepPlanner(HepProgram.builder().build()), new RexBuilder(types));
        SqlToRelConverter converter = new SqlToRelConverter(
                null,
                validator,
                catalog,
                cluster,
                StandardConvertletTable.INSTANCE,
                SqlToRelConverter.config().withExpand(false).withTrimUnusedFields(false));
        String query = "SELECT " + sql + " FROM t";
        RelNode rel = converter.convertQuery(
                        validator.validate(
                                SqlParser.create(query, CalciteDialect.PARSER).parseQuery()),
                        false,
                        true)
                .rel;
        return ((Project) rel).getProjects().get(0);
    }

    private static String render(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof byte[] bytes) {
            return "x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ExpressionTester::render).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> render(entry.getKey()) + ": " + render(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value == null ? "NULL" : value.toString();
    }

    private static final class ExampleTable extends AbstractTable {
        @Override
        public RelDataType getRowType(RelDataTypeFactory factory) {
            RelDataTypeFactory.Builder builder = factory.builder();
            ExampleRow.SCHEMA
                    .fields()
                    .forEach(field -> builder.add(field.name(), CalciteTypes.toRelDataType(field.type(), factory)));
            return builder.build();
        }
    }

    private static final class Catalog extends CalciteCatalogReader {
        Catalog(CalciteSchema root, RelDataTypeFactory types) {
            super(root, List.of(), types, new CalciteConnectionConfigImpl(caseInsensitive()));
        }

        private static Properties caseInsensitive() {
            Properties properties = new Properties();
            properties.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "false");
            return properties;
        }

        @Override
        public RelDataType getNamedType(SqlIdentifier name) {
            return NamedTypes.find(name.toString())
                    .map(type -> CalciteTypes.toRelDataType(type, typeFactory))
                    .orElse(null);
        }
    }
}
