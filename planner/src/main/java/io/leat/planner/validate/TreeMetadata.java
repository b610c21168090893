package io.leat.planner.validate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.metadata.MetadataHandler;
import org.apache.calcite.rel.metadata.MetadataHandlerProvider;
import org.apache.calcite.rel.metadata.ProxyingMetadataHandlerProvider;
import org.apache.calcite.rel.metadata.RelMetadataQuery;

/**
 * What Calcite can say of a tree (keys, predicates, number of rows) by calling its rules directly. By default it writes Java
 * code for that and compiles it, which takes longer than all else that the first statement of a process needs.
 *
 * <p>For one statement, and one thread.
 */
final class TreeMetadata implements MetadataHandlerProvider {
    private final MetadataHandlerProvider rules =
            new ProxyingMetadataHandlerProvider(DefaultRelMetadataProvider.INSTANCE);
    private final Map<Class<?>, Object> handlers = new HashMap<>();

    /** A query with nothing remembered. */
    RelMetadataQuery query() {
        return new RelMetadataQuery(this);
    }

    @Override
    public <H extends MetadataHandler<?>> H handler(Class<H> type) {
        return type.cast(handlers.computeIfAbsent(type, key -> looksThrough(type, rules.handler(type))));
    }

    /** While rules are applied each node stands in a wrapper, of which the rules of metadata know nothing. */
    private static <H> Object looksThrough(Class<H> type, H handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (arguments != null && arguments.length > 0 && arguments[0] instanceof RelNode node) {
                arguments[0] = node.stripped();
            }
            try {
                return method.invoke(handler, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
