#!/usr/bin/env bash
# Makes the secrets and the folders that compose.yaml mounts, once: what exists is left alone. Needs openssl.
# The folder is its owner's alone; the files in it can be read by the containers' users, who reach them by mount only.
set -euo pipefail

state="${1:-$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/state}"
umask 077
mkdir -p "$state/secrets" "$state/audit-heads"
chmod 700 "$state" "$state/secrets"
chmod 777 "$state/audit-heads"
cd "$state/secrets"

random() { openssl rand -hex 24; }

make() {
    local file="$1"
    if [[ -e "$file" ]]; then
        cat >/dev/null
        return
    fi
    cat >"$file.new"
    chmod 444 "$file.new"
    mv "$file.new" "$file"
    echo "made $file"
}

for name in postgres-admin indicator task report keycloak keycloak-admin dashboard-client grafana-admin; do
    random | tr -d '\n' | make "$name.password"
done
openssl genpkey -algorithm ed25519 | make audit-key.pem
openssl pkey -in audit-key.pem -pubout | make audit-key.pub.pem

# Passwords are taken from their files, so that one that was lost with its properties file comes again.
for name in indicator task report; do
    make "$name-service.properties" <<PROPERTIES
DATABASE_PASSWORD=$(cat "$name.password")
SEALING_KEYS=$name-$(date -u +%Y%m):$(openssl rand -base64 32)
PROPERTIES
done
make gateway.properties <<PROPERTIES
GATEWAY_CLIENT_SECRET=$(cat dashboard-client.password)
GATEWAY_SESSION_SECRET=$(random)
PROPERTIES
