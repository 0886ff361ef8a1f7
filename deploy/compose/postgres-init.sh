#!/usr/bin/env bash
# Run once by the image of PostgreSQL over an empty data folder: a database and a role of the same name for each part.
set -euo pipefail

for name in indicator task report keycloak; do
    psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
        --set name="$name" --set password="$(cat "/run/secrets/$name.password")" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
done
