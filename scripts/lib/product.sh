# Where the parts of Tidemark are: in a build, or in an unpacked release. To be sourced, with root set.
# shellcheck shell=bash disable=SC2034,SC2154 # for those who source it

product_cli=$root/wildfly-config
if [[ -f $root/pom.xml ]]; then
    product_war=$root/target/ROOT.war
    product_server=$root/target/server
    product_classes=$root/target/classes
    product_jar=$root/target/tidemark-tools.jar
    product_libraries=$root/target/tool-lib
    product_version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' "$root/pom.xml")
    product_missing="run 'mvn package' in $root first"
else
    product_war=$root/ROOT.war
    product_server=$root/server
    product_classes=$root/lib/tidemark-tools.jar
    product_jar=$product_classes
    product_libraries=$root/lib
    product_version=$(< "$root/VERSION")
    product_missing="$root is not the whole of a release"
fi
product_modules=$product_server/modules
