# Runs a command line of the build, or of a release, in Java. To be sourced.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=scripts/lib/product.sh
. "$root/scripts/lib/product.sh"

# run_tool CLASS HEAP ARGUMENT...: a class of io.tidemark, in place of this process.
run_tool() {
    local class=io.tidemark.$1 heap=$2
    shift 2
    if ! compgen -G "$product_libraries/picocli-*.jar" > /dev/null || [[ ! -e $product_classes ]]; then
        echo "${0##*/}: nothing to run: $product_missing" >&2
        exit 2
    fi
    # Java writes file names in the locale's encoding; in the C locale it can write ASCII only.
    [[ $(locale charmap 2> /dev/null) == UTF-8 ]] || export LC_ALL=C.UTF-8
    # The databases' drivers are modules of the server.
    local modules=$product_modules
    exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx"$heap" -cp "$product_classes:$product_libraries/*:$modules/io/tidemark/embedded/main/*:$modules/org/postgresql/main/*" \
        "$class" "$@"
}
