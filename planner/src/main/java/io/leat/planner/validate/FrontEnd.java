package io.leat.planner.validate;

import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import io.leat.parser.CalciteDialect;
import io.leat.parser.StatementParser;
import io.leat.parser.statement.Select;
import io.leat.parser.statement.Statement;
import io.leat.planner.catalog.CatalogView;
import io.leat.planner.catalog.LogicalView;
import io.leat.planner.catalog.Relation;
import io.leat.planner.catalog.SystemRelation;
import io.leat.planner.catalog.TableRelation;
import io.leat.planner.catalog.ViewRelation;
import io.leat.planner.function.OperatorTable;
import io.leat.planner.function.UserOperators;
import io.leat.planner.type.CalciteTypes;
import io.leat.planner.type.LeatRexBuilder;
import io.leat.planner.type.LeatTypeFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.schema.Table;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.sql2rel.StandardConvertletTable;

/** Validates queries of one statement and converts them to Calcite's relational tree. */
public final class FrontEnd {
    private static final SqlValidator.Config VALIDATOR = SqlValidator.Config.DEFAULT
            .withConformance(CalciteDialect.CONFORMANCE)
            .withDefaultNullCollation(NullCollation.LOW)
            .withIdentifierExpansion(true);
    private static final SqlToRelConverter.Config CONVERTER = SqlToRelConverter.config()
            .withExpand(false)
            .withTrimUnusedFields(false)
            .withInSubQueryThreshold(Integer.MAX_VALUE);

    private final CatalogView catalog;
    private final Limits limits;
    private final LeatTypeFactory types = new LeatTypeFactory();
    private final UserOperators operators;
    private final RelOptCluster cluster;
    private final Set<String> relations = new LinkedHashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * A front end for one statement; the planner is the one that will simplify the tree. Constants stay as they are
     * written: Calcite would compile Java code to compute them, with results of its own.
     */
    public FrontEnd(CatalogView catalog, Limits limits, RelOptPlanner planner) {
        this.catalog = catalog;
        this.limits = limits;
        this.operators = new UserOperators(catalog, WindowFunctions.before(OperatorTable.instance()));
        this.cluster = RelOptCluster.create(planner, new LeatRexBuilder(types));
        this.cluster.setMetadataQuerySupplier(new TreeMetadata()::query);
        planner.setExecutor((rex, constants, results) -> results.addAll(constants));
    }

    /** A query with its tree. */
    public record Converted(RelRoot root, List<DataType> parameterTypes) {}

    /** The relations that the queries named so far, as the catalog writes them. */
    public List<String> relations() {
        return List.copyOf(relations);
    }

    /** The functions made by users that the queries called so far, as the catalog writes them. */
    public List<String> functions() {
        return operators.called();
    }

    /** The node factory shared by all that work on this statement. */
    public RelOptCluster cluster() {
        return cluster;
    }

    /**
     * Validates a query and converts it.
     *
     * @param top whether it is the whole statement, so that its ORDER BY counts
     */
    public Converted convert(SqlNode query, boolean top) {
        SqlNode rewritten = WindowRewriter.rewrite(query);
        UnsupportedSyntax.check(rewritten);
        SqlValidator validator = validator();
        try {
            SqlNode valid = validator.validate(rewritten);
            RelRoot root = converter(validator).convertQuery(valid, false, top);
            return new Converted(root, parameterTypes(validator, valid));
        } catch (LeatException e) {
            throw e;
        } catch (RuntimeException | AssertionError e) {
            throw new ValidationErrors(catalog, validator, rewritten).translate(e);
        }
    }

    private static List<DataType> parameterTypes(SqlValidator validator, SqlNode valid) {
        List<DataType> parameters = new ArrayList<>();
        for (RelDataTypeField field : validator.getParameterRowType(valid).getFieldList()) {
            parameters.add(CalciteTypes.toDataType(field.getType()));
        }
        return parameters;
    }

    private SqlValidator validator() {
        return SqlValidatorUtil.newValidator(operators, reader(), types, VALIDATOR);
    }

    private SqlToRelConverter converter(SqlValidator validator) {
        return new SqlToRelConverter(
                (rowType, text, schemaPath, viewPath) -> {
                    throw new IllegalStateException("views expand themselves");
                },
                validator,
                reader(),
                cluster,
                StandardConvertletTable.INSTANCE,
                CONVERTER);
    }

    private CalciteCatalogReader reader() {
        Properties properties = new Properties();
        properties.setProperty(
                CalciteConnectionProperty.CASE_SENSITIVE.camelName(), String.valueOf(CalciteDialect.CASE_SENSITIVE));
        CalciteSchema root = CalciteSchema.createRootSchema(false, false, "", new CatalogSchema(catalog, this::table));
        return new CalciteCatalogReader(root, List.of(), types, new CalciteConnectionConfigImpl(properties));
    }

    private Table table(Relation relation) {
        relations.add(relation.name());
        if (relation instanceof LogicalView view) {
            return new LogicalViewTable(expand(view));
        }
        return new RelationTable(relation, schema(relation));
    }

    private static Schema schema(Relation relation) {
        if (relation instanceof TableRelation table) {
            return table.definition().schema();
        }
        return relation instanceof ViewRelation view ? view.schema() : ((SystemRelation) relation).schema();
    }

    private RelNode expand(LogicalView view) {
        if (open.contains(view.name())) {
            throw LeatException.unsupported("the view \"" + view.name() + "\" reading itself", "Break the circle.");
        }
        open.push(view.name());
        try {
            Statement statement =
                    StatementParser.parse(view.queryText(), limits).statement();
            RelNode query =
                    convert(((Select) statement).query().node(), false).root().project();
            return ViewColumns.rename(query, view.columnAliases());
        } catch (LeatException e) {
            throw ViewErrors.within(view.name(), e);
        } finally {
            open.pop();
        }
    }
}
