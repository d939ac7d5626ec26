# SPDX-License-Identifier: Apache-2.0
# What the launchers beside have in common; they set $script (their own path), $name, $target, $sources and
# $modules, and source this.
# shellcheck shell=bash disable=SC2154

SIGHTLINE_HOME=${SIGHTLINE_HOME:-$(cd "$(dirname "$script")/../.." && pwd)}
export SIGHTLINE_HOME

fail() {
    echo "$name: $*" >&2
    exit 1
}

find_java() {
    java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
    command -v "$java" > /dev/null || fail "no Java found; install a JDK 17 or newer, or set JAVA_HOME"
    local version
    version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
    [ "${version%%.*}" -ge 17 ] || fail "Java $version is too old; install a JDK 17 or newer, or set JAVA_HOME"
}

# True if there is no build yet, or a source is newer than the last one. Maven writes 'built' as the
# last thing of a build, whoever starts that.
outdated() {
    local stamp="$SIGHTLINE_HOME/$target/built"
    [ ! -e "$stamp" ] && return 0
    [ -n "$(cd "$SIGHTLINE_HOME" && find $sources \
        \( -name target -o -name test \) -prune -o -type f -newer "$stamp" -print -quit)" ]
}

build() {
    command -v mvn > /dev/null || fail "no Maven found to build with; install Maven 3.8 or newer"
    echo "$name: building (the first time this fetches libraries and takes some minutes) ..." >&2
    local log="$SIGHTLINE_HOME/$target/build.log"
    # --no-transfer-progress keeps a fresh repository from filling the screen.
    mvn -f "$SIGHTLINE_HOME/pom.xml" -B -q --no-transfer-progress -Dquick $modules package > "$log" 2>&1 \
        || { tail -n 30 "$log" >&2; fail "the build failed; its log is $log"; }
    echo "$name: built." >&2
}

# Two builds at once would write the same files; where there is no flock, that is up to the user.
build_if_outdated() {
    outdated || return 0
    mkdir -p "$SIGHTLINE_HOME/$target" "$SIGHTLINE_HOME/target"
    if command -v flock > /dev/null; then
        exec 9> "$SIGHTLINE_HOME/target/build.lock"
        flock -n 9 || { echo "$name: waiting for another build ..." >&2; flock 9; }
    fi
    if outdated; then
        build
    fi
    exec 9>&-
}

# The jar of the module, named by its version; an older one beside it would be a second.
jar_of_module() {
    local jars=("$SIGHTLINE_HOME/$target"/"$1"-*[0-9T].jar)
    [ "${#jars[@]}" -eq 1 ] && [ -e "${jars[0]}" ] \
        || fail "there has to be one $1 jar in $SIGHTLINE_HOME/$target; delete that folder, and it is built anew"
    echo "${jars[0]}"
}

# Names and texts are UTF-8; without a locale, as in many containers, Java would garble them.
use_utf8() {
    case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
        *[Uu][Tt][Ff]*) ;;
        *) export LC_ALL=C.UTF-8 ;;
    esac
}
