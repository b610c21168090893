package io.leat.planner.type;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;

/** Makes Calcite's types by the rules of {@link LeatTypeSystem}, with all text in UTF-8. One per statement. */
public final class LeatTypeFactory extends JavaTypeFactoryImpl {

    /** A factory with nothing in it yet. */
    public LeatTypeFactory() {
        super(LeatTypeSystem.INSTANCE);
    }

    /** Without this, Calcite refuses every literal that Latin-1 cannot hold. */
    @Override
    public Charset getDefaultCharset() {
        return StandardCharsets.UTF_8;
    }
}
