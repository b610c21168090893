package io.leat.planner.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types in Calcite's messages, as SQL writes them. */
final class TypeNames {
    private static final Pattern BRACKETED = Pattern.compile("<(.*?)>(?=[^>]|$)");

    private TypeNames() {}

    /** All types of a message such as {@code <VARCHAR> + <INTEGER>}. */
    static String of(String types) {
        List<String> names = list(types);
        if (names.size() < 2) {
            return names.isEmpty() ? "no arguments" : names.get(0);
        }
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    static String one(String type) {
        return type.replace("INTEGER", "INT")
                .replace("VARCHAR(2147483647)", "STRING")
                .replaceAll("(?<!TIMESTAMP_)TIMESTAMP_WITH_LOCAL_TIME_ZONE", "TIMESTAMP_LTZ")
                .replace(" NOT NULL", "")
                .strip();
    }

    /** A cast that makes one of the types fit the other. */
    static String castHint(String types) {
        List<String> names = list(types);
        List<String> texts = names.stream().filter(TypeNames::isText).toList();
        List<String> others = names.stream().filter(name -> !isText(name)).toList();
        if (texts.isEmpty() || others.isEmpty()) {
            return names.size() == 2 && !names.get(0).equals(names.get(1))
                    ? "Cast one side, for example CAST(... AS " + names.get(1) + ")."
                    : "Cast the operands to types that it takes.";
        }
        return "Cast the text, for example CAST(... AS " + others.get(0) + ").";
    }

    private static boolean isText(String type) {
        return type.startsWith("STRING") || type.startsWith("VARCHAR") || type.startsWith("CHAR");
    }

    private static List<String> list(String types) {
        List<String> names = new ArrayList<>();
        Matcher found = BRACKETED.matcher(types);
        while (found.find()) {
            names.add(one(found.group(1)));
        }
        return names;
    }
}
