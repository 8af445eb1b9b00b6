# Runs a command line of the build in Java. To be sourced.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# run_tool CLASS HEAP ARGUMENT...: a class of io.tidemark, in place of this process.
run_tool() {
    local class=io.tidemark.$1 heap=$2
    shift 2
    if ! compgen -G "$root/target/tool-lib/picocli-*.jar" > /dev/null || [[ ! -f $root/target/classes/${class//.//}.class ]]; then
        echo "${0##*/}: nothing to run: run 'mvn package' in $root first" >&2
        exit 2
    fi
    # Java writes file names in the locale's encoding; in the C locale it can write ASCII only.
    [[ $(locale charmap 2> /dev/null) == UTF-8 ]] || export LC_ALL=C.UTF-8
    # The databases' drivers are modules of the server.
    local modules=$root/target/server/modules
    exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx"$heap" -cp "$root/target/classes:$root/target/tool-lib/*:$modules/io/tidemark/embedded/main/*:$modules/org/postgresql/main/*" \
        "$class" "$@"
}
