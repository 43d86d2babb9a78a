#!/bin/bash
# Runs once, when PostgreSQL's volume is new: a role and a database for each service that keeps
# something. Neither role reaches the other's database, nor is one a superuser.
set -euo pipefail

for name in notes summary; do
  psql --quiet --set=ON_ERROR_STOP=1 --username postgres \
    --set=name="$name" --set=password="$(cat "/run/secrets/$name")" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name" ENCODING 'UTF8' TEMPLATE template0;
REVOKE CONNECT, TEMPORARY ON DATABASE :"name" FROM PUBLIC;
SQL
done
psql --quiet --set=ON_ERROR_STOP=1 --username postgres --command 'REVOKE CONNECT ON DATABASE postgres FROM PUBLIC'
