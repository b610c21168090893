package io.leat.parser.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The WITH clause: options in the order written, no key twice. */
public record Options(List<Option> list) {

    /** No WITH clause. */
    public static final Options NONE = new Options(List.of());

    public Options {
        list = List.copyOf(list);
    }

    /** Keys and values, in the order written. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        list.forEach(option -> map.put(option.key(), option.value()));
        return map;
    }

    /** The option of that exact key, with its places. */
    public Optional<Option> find(String key) {
        return list.stream().filter(option -> option.key().equals(key)).findFirst();
    }

    /** The value of that exact key. */
    public Optional<String> value(String key) {
        return find(key).map(Option::value);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return list.isEmpty();
    }
}
