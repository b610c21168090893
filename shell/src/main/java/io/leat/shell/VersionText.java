package io.leat.shell;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Leat this is, and what it runs on. */
public final class VersionText implements IVersionProvider {

    /** {@code leat 0.1.0}. */
    public static String ofLeat() {
        return "leat "
                + Optional.ofNullable(VersionText.class.getPackage().getImplementationVersion())
                        .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            ofLeat(),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
