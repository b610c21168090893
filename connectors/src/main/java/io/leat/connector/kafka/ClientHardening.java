package io.leat.connector.kafka;

/**
 * Closes doors of the Kafka client for this JVM, unless its host has decided otherwise: no configuration provider may
 * read files or the environment into a property, and no login module may look names up elsewhere.
 */
final class ClientHardening {
    static final String LOGIN_MODULES = "org.apache.kafka.disallowed.login.modules";
    static final String CONFIG_PROVIDERS = "org.apache.kafka.automatic.config.providers";

    private ClientHardening() {}

    /** To be called before a client is made. */
    static void apply() {
        setUnlessSet(
                LOGIN_MODULES,
                "com.sun.security.auth.module.JndiLoginModule,com.sun.security.auth.module.LdapLoginModule");
        setUnlessSet(CONFIG_PROVIDERS, "none");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
