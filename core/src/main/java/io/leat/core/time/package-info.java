/** Time as a port: nothing in the engine asks the machine what time it is but through {@link io.leat.core.time.Clock}. */
package io.leat.core.time;
