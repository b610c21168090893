/**
 * Expressions as vectorised, interpreted kernels: one primitive loop an operation over a whole chunk.
 *
 * <p>{@link io.leat.executor.kernel.KernelCompiler} turns an {@link io.leat.core.expression.Expression} into a tree of
 * {@link io.leat.executor.kernel.Kernel}s, one class a family of operations. A {@link io.leat.executor.kernel.Selection}
 * says which rows matter, so that CASE, COALESCE, AND and OR compute their later operands only where they are needed
 * and never fail for a row that does not need them. A kernel that meets a row it cannot compute throws; {@link
 * io.leat.executor.kernel.FallibleEvaluation} then finds out precisely which rows those are. NULLs travel as validity
 * bits that are joined a word (64 rows) at a time.
 *
 * <p>Next: the operators, which filter and project with what is compiled here.
 */
package io.leat.executor.kernel;
