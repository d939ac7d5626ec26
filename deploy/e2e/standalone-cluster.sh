#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Submits the job twice to a real standalone Flink cluster (one job manager, two task managers) with a
# broker of its own, and checks that the events of both runs arrive and have the same ids.
#
# FLINK_HOME names a Flink 2.2.1 distribution; without it the one inside the Python package
# apache-flink-libraries is fetched once.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
version=2.2.1
cache=${XDG_CACHE_HOME:-$HOME/.cache}/sightline
work=$(mktemp -d "${TMPDIR:-/tmp}/sightline-e2e.XXXXXX")
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
started=()

stop_all() {
    local code=$?
    if [ "${#started[@]}" -gt 0 ]; then
        kill "${started[@]}" 2> /dev/null || true
        wait "${started[@]}" 2> /dev/null || true
    fi
    if [ "$code" -eq 0 ]; then
        rm -rf "$work"
    else
        echo "e2e: FAILED; logs are in $work" >&2
        tail -n 20 "$work"/*.log >&2 || true
    fi
}
trap stop_all EXIT

fail() {
    echo "e2e: $*" >&2
    exit 1
}

flink_home() {
    if [ -n "${FLINK_HOME:-}" ]; then
        echo "$FLINK_HOME"
        return
    fi
    local home=$cache/flink-$version
    if [ ! -d "$home/pyflink/lib" ]; then
        echo "e2e: fetching Flink $version ..." >&2
        mkdir -p "$home"
        python3 -m pip download -q --no-deps -d "$home" "apache-flink-libraries==$version" >&2
        python3 -m zipfile -e "$home"/apache_flink_libraries-*.whl "$home"
        rm "$home"/apache_flink_libraries-*.whl
    fi
    echo "$home/pyflink"
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Waits until a command succeeds: wait_for SECONDS WHAT COMMAND...
wait_for() {
    local left=$1 what=$2
    shift 2
    until "$@" > /dev/null 2>&1; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || fail "$what does not come up"
        sleep 1
    done
}

# A distribution with the operators, their natives and the model runtime in lib/.
layout() {
    mkdir -p "$work/flink/lib" "$work/flink/conf" "$work/tmp"
    ln -s "$1"/lib/*.jar "$work/flink/lib/"
    ln -sf "$root"/operators/target/lib/*.jar "$work/flink/lib/"
    ln -s "$root"/operators/target/sightline-operators-*-SNAPSHOT.jar "$work/flink/lib/"
    sed -e "s|@REST@|$rest|; s|@RPC@|$rpc|; s|@TMP@|$work/tmp|; s|@WORK@|$work|" \
        "$root/deploy/e2e/standalone/config.yaml" > "$work/flink/conf/config.yaml"
    cp "$root/deploy/e2e/standalone/log4j.properties" "$work/flink/conf/"
}

flink() {
    local name=$1 main=$2
    shift 2
    FLINK_CONF_DIR="$work/flink/conf" exec "$java" \
        --add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED \
        --add-opens=java.base/java.time=ALL-UNNAMED --add-opens=java.base/java.net=ALL-UNNAMED \
        --add-opens=java.base/java.io=ALL-UNNAMED --add-opens=java.base/java.nio=ALL-UNNAMED \
        --add-opens=java.base/sun.nio.ch=ALL-UNNAMED \
        -Xmx640m -XX:MaxDirectMemorySize=512m -XX:+UseSerialGC \
        -Dlog.file="$work/$name.log" \
        -Dlog4j.configurationFile="file:$work/flink/conf/log4j.properties" \
        -cp "$work/flink/lib/*" "$main" "$@"
}

start() {
    (flink "$@" > "$work/$1.out" 2>&1) &
    started+=($!)
}

task_managers() {
    [ "$(curl -s "http://127.0.0.1:$rest/overview" | grep -o '"taskmanagers":[0-9]*')" = '"taskmanagers":2' ]
}

submit() {
    (flink "submit-$1" org.apache.flink.client.cli.CliFrontend run \
        "$root"/jobs/video-events/target/sightline-video-events-*-job.jar \
        --source "$root/testdata/clips/reel.mp4" \
        --model "$root/deploy/models/sightline-mini" \
        --query "a cat" --query "a red coffee cup on a saucer" --alarm-budget 24 \
        --checkpoint-interval 2s --parallelism 2 --pictures "$work/pictures" \
        --kafka.bootstrap.servers "$broker") > "$work/submit-$1.out" 2>&1 \
        || { cat "$work/submit-$1.out" >&2; fail "run $1 was not accepted or failed"; }
}

# The ids of all events so far, sorted; status events of queries included.
ids() {
    "$root/deploy/bin/sightline" events --once --json --kafka "$broker" \
        --topic video.scene-changes.v1 --topic video.query-matches.v1 \
        --topic video.stream-status.v1 --topic video.embeddings.v1 \
        | sed 's/.*"id":"\([0-9a-f]*\)".*/\1/' | sort
}

[ -e "$root"/operators/target/lib ] && ls "$root"/jobs/video-events/target/*-job.jar > /dev/null 2>&1 \
    || fail "not built; run mvn package first"
distribution=$(flink_home)
rest=$(free_port)
rpc=$(free_port)
layout "$distribution"

"$java" -Xmx256m -cp "$root/jobs/cli/target/classes:$root/jobs/cli/target/lib/*" \
    "-Dsightline.log=$work/broker.log" \
    dev.sightline.testdata.kafka.EmbeddedKafkaServer "$work/kafka" 0 detached \
    > "$work/broker.out" 2> "$work/broker.err" &
started+=($!)
start jobmanager org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint --configDir "$work/flink/conf"
start taskmanager-1 org.apache.flink.runtime.taskexecutor.TaskManagerRunner --configDir "$work/flink/conf"
start taskmanager-2 org.apache.flink.runtime.taskexecutor.TaskManagerRunner --configDir "$work/flink/conf"
wait_for 60 "the broker" grep -q READY "$work/broker.out"
broker=$(sed -n 's/^READY //p' "$work/broker.out")
wait_for 60 "the cluster" task_managers
echo "e2e: Flink $version with two task managers, Kafka at $broker"

submit 1
ids > "$work/first"
[ -s "$work/first" ] || fail "no events of the first run"
submit 2
ids > "$work/both"
sort -m "$work/first" "$work/first" | cmp -s - "$work/both" \
    || fail "the second run has other events: $(uniq -c "$work/both" | grep -vc '^ *2 ') ids are not there twice"
echo "e2e: ok, $(wc -l < "$work/first") events a run, the same ids in both"
