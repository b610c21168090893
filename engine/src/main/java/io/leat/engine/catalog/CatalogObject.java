package io.leat.engine.catalog;

import java.util.List;

/** Something that has a name in the catalog. */
public sealed interface CatalogObject
        permits TableObject, DivertedObject, ViewObject, LogicalViewObject, JobObject, FunctionObject {

    /** Its name, in the case that it was created with. */
    String name();

    /** The statement that made it, secrets included. */
    String statement();

    /** Whether it goes when the engine is closed. */
    boolean isTemporary();

    /** Names of the relations and functions that it reads, writes or calls, as the catalog writes them: it cannot do without them. */
    List<String> dependencies();

    /** What people call its kind: {@code table}, {@code view}. */
    String kind();
}
