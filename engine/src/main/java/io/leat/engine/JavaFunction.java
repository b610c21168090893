package io.leat.engine;

/**
 * A function in Java that SQL may call. Its class has exactly one public static method {@code eval}; the types of its
 * parameters and of what it returns say the types in SQL:
 *
 * <pre>{@code
 * public final class CountChar implements JavaFunction {
 *     public static long eval(String text, String character) { ... }
 * }
 * }</pre>
 *
 * <p>{@code CREATE FUNCTION count_char AS 'com.example.CountChar'} finds the class only if it is on the class path and named
 * as a service in {@code META-INF/services/io.leat.engine.JavaFunction}: SQL cannot load any other class. Functions given to
 * {@link Leat.Builder#function} need no such file.
 *
 * <p>A function is pure: equal arguments give equal values, whenever and on whichever thread it is called. What it throws
 * becomes the error of the row. Where a parameter is a primitive type, the value is NULL when the argument is; a parameter of
 * a class sees NULL as {@code null}, and what returns {@code null} is NULL.
 */
public interface JavaFunction {}
