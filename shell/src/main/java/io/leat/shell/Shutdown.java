package io.leat.shell;

/** What is to be done when the process is asked to end. */
final class Shutdown {

    private Shutdown() {}

    /** Takes back a hook; while the process is ending already, it runs or has run, and there is nothing to take back. */
    static boolean remove(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
