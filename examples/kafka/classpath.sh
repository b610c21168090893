# Sourced by its neighbours: leaves in $classpath what Java needs to run a Kafka broker and its clients.
# They live in Leat's module "tests", with Kafka from Maven Central; built when they are not there or have changed.
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
listed="$root/tests/target/kafka.classpath"
classes="$root/tests/target/test-classes"

is_current() {
  [ -s "$listed" ] || return 1
  [ -f "$classes/io/leat/tests/kafka/BrokerCommand.class" ] || return 1
  [ -z "$(find "$root/tests/pom.xml" "$root/tests/src/test/java/io/leat/tests/kafka" -newer "$listed" -name '*.*')" ]
}

if ! is_current; then
  echo "Building the broker (the first time this fetches Kafka from Maven Central)..." >&2
  maven=mvn
  [ -x "$root/mvnw" ] && maven="$root/mvnw"
  (cd "$root" && "$maven" -B -q -Pkafka-classpath -pl tests -am test-compile -Dspotless.check.skip=true) >&2
  touch "$listed"
fi
classpath="$classes:$(cat "$listed")"
