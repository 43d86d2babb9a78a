#!/usr/bin/env bash
# Measures reads of one digest: the gateway's copy, nginx with the same bytes as a file, and nginx in
# front of the summary service, in turn, with the same client. Needs nginx, wrk and curl.
#
#   system-tests/measure/reads.sh DATA CONFERENCE [SECONDS] [ROUNDS]
#
# DATA is the folder of a ./digest run. The first round warms up and is not counted.
set -euo pipefail

data=$(cd -- "$1" && pwd)
conference=$2
seconds=${3:-8}
rounds=${4:-5}
address() { sed -n "s/^$1=//p" "$data/addresses.properties"; }

folder=$(mktemp -d)
stop() {
  [ ! -f "$folder/pid" ] || kill "$(cat "$folder/pid")" || true
  rm -rf "$folder"
}
trap stop EXIT
# A port nobody listens at.
free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)); (: < "/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

path=/api/v1/conferences/$conference/digest.md
gateway=$(address gateway)
summary=$(address summary-service)
mkdir -p "$folder/www${path%/*}" "$folder/tmp"
curl -sf "$gateway$path" -o "$folder/www$path"
file_port=$(free_port)
proxy_port=$(free_port)
cat > "$folder/nginx.conf" <<CONF
worker_processes 1;
user $(id -un);
pid $folder/pid;
error_log $folder/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  keepalive_requests 1000000;
  client_body_temp_path $folder/tmp;
  proxy_temp_path $folder/tmp;
  fastcgi_temp_path $folder/tmp;
  uwsgi_temp_path $folder/tmp;
  scgi_temp_path $folder/tmp;
  upstream summary { server ${summary#http://}; keepalive 64; keepalive_requests 1000000; }
  server { listen 127.0.0.1:$file_port; root $folder/www; default_type text/markdown; }
  server {
    listen 127.0.0.1:$proxy_port;
    location / { proxy_pass http://summary; proxy_http_version 1.1; proxy_set_header Connection ""; }
  }
}
CONF
nginx -e "$folder/error.log" -c "$folder/nginx.conf"

rate() {
  wrk --threads 1 --connections 64 --duration "${seconds}s" "$1$path" > "$folder/wrk"
  if grep -q 'Non-2xx' "$folder/wrk"; then
    cat "$folder/wrk" >&2
    exit 1
  fi
  sed -n 's/^Requests\/sec: *//p' "$folder/wrk"
}
median() { sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }

echo "$(wc -c < "$folder/www$path") bytes, 64 connections, one thread of wrk, ${seconds} s each; requests a second"
for round in $(seq 0 "$rounds"); do
  a=$(rate "$gateway")
  b=$(rate "http://127.0.0.1:$file_port")
  c=$(rate "http://127.0.0.1:$proxy_port")
  if [ "$round" -eq 0 ]; then name=warm-up; else
    name="round $round"
    echo "$a" >> "$folder/a"; echo "$b" >> "$folder/b"; echo "$c" >> "$folder/c"
  fi
  printf '%-8s  gateway %9.0f   nginx, file %9.0f   nginx, summary service %9.0f\n' "$name" "$a" "$b" "$c"
done
printf '%-8s  gateway %9.0f   nginx, file %9.0f   nginx, summary service %9.0f\n' median \
  "$(median < "$folder/a")" "$(median < "$folder/b")" "$(median < "$folder/c")"
