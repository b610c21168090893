package io.leat.parser;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Span;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.TypeKind;
import io.leat.grammar.LeatParser.CollectionTypeContext;
import io.leat.grammar.LeatParser.DataTypeContext;
import io.leat.grammar.LeatParser.DoubleTypeContext;
import io.leat.grammar.LeatParser.IntervalTypeContext;
import io.leat.grammar.LeatParser.MapTypeContext;
import io.leat.grammar.LeatParser.NullabilityContext;
import io.leat.grammar.LeatParser.PlainTypeContext;
import io.leat.grammar.LeatParser.RowFieldContext;
import io.leat.grammar.LeatParser.RowTypeContext;
import io.leat.grammar.LeatParser.TimeTypeContext;
import io.leat.grammar.LeatParser.TimeUnitContext;
import io.leat.grammar.LeatParser.TimeZoneContext;
import io.leat.grammar.LeatParser.TimestampTypeContext;
import io.leat.grammar.LeatParser.TypeNameContext;
import io.leat.grammar.LeatParser.TypeSizeContext;
import io.leat.grammar.LeatParserBaseVisitor;
import java.util.List;

/** Reads the types of columns. */
final class DataTypes extends LeatParserBaseVisitor<DataType> {
    private static final int MILLISECONDS = 3;

    private final Source source;
    private final Names names;

    DataTypes(Source source) {
        this.source = source;
        this.names = new Names(source);
    }

    /** A type that allows NULL. */
    DataType read(TypeNameContext context) {
        return context.accept(this);
    }

    /** A type as NOT NULL says. */
    static DataType nullable(DataType type, NullabilityContext nullability) {
        return type.withNullable(nullability == null || nullability.NOT() == null);
    }

    @Override
    public DataType visitDataType(DataTypeContext context) {
        return nullable(read(context.typeName()), context.nullability());
    }

    @Override
    public DataType visitCollectionType(CollectionTypeContext context) {
        if (context.MULTISET() != null) {
            throw LeatException.unsupported("MULTISET", "use ARRAY.").at(source.span(context));
        }
        return DataType.array(visitDataType(context.dataType()));
    }

    @Override
    public DataType visitMapType(MapTypeContext context) {
        return DataType.map(visitDataType(context.dataType(0)), visitDataType(context.dataType(1)));
    }

    @Override
    public DataType visitRowType(RowTypeContext context) {
        List<Field> fields = context.rowField().stream().map(this::field).toList();
        return DataType.row(fields);
    }

    private Field field(RowFieldContext context) {
        return new Field(names.simple(context.identifier()).name(), visitDataType(context.dataType()));
    }

    @Override
    public DataType visitTimestampType(TimestampTypeContext context) {
        boolean local = context.timeZone() != null && context.timeZone().LOCAL() != null;
        refuseTimeZone("TIMESTAMP", context.timeZone());
        return timestamp(local ? TypeKind.TIMESTAMP_LTZ : TypeKind.TIMESTAMP, context.typeSize());
    }

    private DataType timestamp(TypeKind kind, TypeSizeContext size) {
        return new DataType(kind, timePrecision(kind.toString(), size, MILLISECONDS), 0, true, List.of());
    }

    @Override
    public DataType visitTimeType(TimeTypeContext context) {
        refuseTimeZone("TIME", context.timeZone());
        return new DataType(TypeKind.TIME, timePrecision("TIME", context.typeSize(), 0), 0, true, List.of());
    }

    private int timePrecision(String type, TypeSizeContext size, int otherwise) {
        if (size == null) {
            return otherwise;
        }
        return TypeSizes.timePrecision(type, TypeSizes.number(size.NUMBER(0).getSymbol(), source), source.span(size));
    }

    private void refuseTimeZone(String type, TimeZoneContext zone) {
        if (zone != null && zone.WITHOUT() == null && (zone.LOCAL() == null || type.equals("TIME"))) {
            throw LeatException.unsupported(type + " WITH TIME ZONE", "use TIMESTAMP_LTZ(3).")
                    .at(source.span(zone));
        }
    }

    @Override
    public DataType visitIntervalType(IntervalTypeContext context) {
        TimeUnitContext unit = context.timeUnit(0);
        boolean months = unit.YEAR() != null || unit.MONTH() != null;
        return DataType.of(months ? TypeKind.INTERVAL_MONTHS : TypeKind.INTERVAL_MILLIS);
    }

    @Override
    public DataType visitDoubleType(DoubleTypeContext context) {
        return DataType.DOUBLE;
    }

    @Override
    public DataType visitPlainType(PlainTypeContext context) {
        Span span = source.span(context);
        TypeSizeContext size = context.typeSize();
        int[] sizes = size == null
                ? new int[0]
                : size.NUMBER().stream()
                        .mapToInt(number -> TypeSizes.number(number.getSymbol(), source))
                        .toArray();
        String name = context.identifier().getText() + (context.VARYING() == null ? "" : " VARYING");
        if (context.identifier().nonReserved() != null || context.identifier().IDENTIFIER() == null) {
            throw unknown(name).at(span);
        }
        return PlainTypes.of(name, sizes, span).orElseThrow(() -> unknown(name).at(span));
    }

    private static LeatException unknown(String name) {
        return LeatException.of(ErrorCode.UNKNOWN_OBJECT, "unknown type " + SyntaxMessages.shown(name))
                .hint(PlainTypes.suggestion(name));
    }
}
