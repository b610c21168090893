package io.leat.executor.kernel;

import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;

/** A compiled operand and the type of its values. */
record Typed(Kernel kernel, DataType type) {

    TypeKind kind() {
        return type.kind();
    }
}
