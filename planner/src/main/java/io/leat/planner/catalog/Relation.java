package io.leat.planner.catalog;

/** Something that FROM can name. */
public sealed interface Relation permits TableRelation, ViewRelation, LogicalView, SystemRelation {

    /** Its name in the catalog, in the case that it was created with. */
    String name();
}
