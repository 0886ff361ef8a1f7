#!/usr/bin/env bash
# Makes the platform's topics where they are missing; what is there is left as it is.
set -euo pipefail

topic() {
    local name="$1" partitions="$2" settings=()
    shift 2
    for setting in "$@"; do
        settings+=(--config "$setting")
    done
    /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists \
        --topic "$name" --partitions "$partitions" --replication-factor 1 "${settings[@]}"
}

# Reference topics keep the last state of each key.
for name in monitoring.unit monitoring.plan monitoring.indicator; do
    topic "$name" 4 cleanup.policy=compact
done
# Facts are kept for good.
for name in monitoring.measurement monitoring.grade monitoring.task monitoring.warning monitoring.update-rate \
    monitoring.report monitoring.incident monitoring.feedback monitoring.ranking monitoring.webhook; do
    topic "$name" 4 cleanup.policy=delete retention.ms=-1
done
# One partition, so that all see one order; a dashboard that was away for a week starts anew.
topic monitoring.feed 1 cleanup.policy=delete retention.ms=604800000
