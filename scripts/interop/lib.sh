# Sourced by the scripts beside it: a server to try a client on, and what they have in common. A script ends with 0 when
# everything was right, 77 when it cannot run here, anything else when something was wrong.
#
#   TIDEMARK_URL       a server that runs already, such as http://127.0.0.1:8080; otherwise the build is started
#   TIDEMARK_USER      writer unless told
#   TIDEMARK_PASSWORD  writer unless told
#   TIDEMARK_CACHE     where libraries are kept that a script gets by npm or Maven: the user's cache unless told

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
client=$(basename "$0")
user=${TIDEMARK_USER:-writer}
export TIDEMARK_PASSWORD=${TIDEMARK_PASSWORD:-writer}
work=$(mktemp -d "${TMPDIR:-/tmp}/tidemark-$client.XXXXXX")
server=''
# A name of its own, so that a server that is in use is not disturbed.
area=interop-$client-$$

cache=${TIDEMARK_CACHE:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/tidemark-interop}

say() { echo "$client: $*"; }

fail() {
    echo "$client: FAILED: $*" >&2
    [[ -z $server ]] || grep -E 'ERROR|WARN' "$work/serve.log" | head -20 >&2 || true
    exit 1
}

skip() {
    echo "$client: skipped: $*" >&2
    exit 77
}

# need COMMAND PACKAGE
need() {
    command -v "$1" > /dev/null || skip "$1 is missing (Debian: apt-get install $2)"
}

# python_with MODULE PACKAGE: sets python to one that has the module
python_with() {
    for python in python3 /usr/bin/python3; do
        ! "$python" -c "import $1" 2> /dev/null || return 0
    done
    skip "Python's $1 is missing (Debian: apt-get install $2)"
}

request() { # METHOD PATH [curl options]: prints the status
    local method=$1 path=$2
    shift 2
    curl -sS -o /dev/null -w '%{http_code}' -u "$user:$TIDEMARK_PASSWORD" -X "$method" "$@" "$url$path"
}

expect() { # STATUS METHOD PATH [curl options]
    local want=$1 got
    shift
    got=$(request "$@")
    [[ $got == "$want" ]] || fail "$1 $2 answered $got, not $want"
}

same() { # DIRECTORY DIRECTORY
    diff -r "$1" "$2" > "$work/diff" || fail "$1 and $2 differ: $(head -5 "$work/diff")"
}

on_end() { :; }

end() {
    local code=$?
    trap - EXIT
    on_end || true
    if [[ $server ]]; then
        kill "$server" 2> /dev/null || true
        wait "$server" 2> /dev/null || true
    elif [[ ${url:-} ]]; then
        request DELETE "/files/$area/" > /dev/null || true
    fi
    rm -rf "$work"
    exit "$code"
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

free_port() {
    local port
    for port in $(seq "${TIDEMARK_PORT:-8100}" "$((${TIDEMARK_PORT:-8100} + 19))"); do
        if ! (: <> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
            echo "$port"
            return
        fi
    done
    fail 'no free port'
}

# Sets url, without a slash at the end, and makes the collection /files/$area/.
start_server() {
    need curl curl
    if [[ ${TIDEMARK_URL:-} ]]; then
        url=${TIDEMARK_URL%/}
    else
        local port
        port=$(free_port)
        url=http://127.0.0.1:$port
        serve "$port"
    fi
    expect 201 MKCOL "/files/$area/"
}

# serve PORT: starts the build, again after a crash, on the data that there is
serve() {
    "$root/scripts/serve" --port "$1" --data "$work/data" >> "$work/serve.log" 2>&1 &
    server=$!
    local tries=0
    until [[ $(request OPTIONS /files/ 2> /dev/null) == 200 ]]; do
        kill -0 "$server" 2> /dev/null || fail "the server did not start: $(tail -3 "$work/serve.log")"
        ((++tries < 600)) || fail 'the server does not answer'
        sleep 0.5
    done
}

# crash: kill -9 of the server that was started here, and another start
crash() {
    [[ $server ]] || return 0
    kill -9 "$server"
    wait "$server" 2> /dev/null || true
    serve "${url##*:}"
}

# start_proxy MEGABYTES: nginx in front of the server, with a limit for bodies. Sets proxy, its URL, and proxy_pid.
start_proxy() {
    need nginx nginx-light
    local port
    port=$(TIDEMARK_PORT=$((${TIDEMARK_PORT:-8100} + 20)) free_port)
    proxy=http://127.0.0.1:$port
    mkdir -p "$work/nginx"
    chmod 755 "$work" "$work/nginx"
    cat > "$work/nginx.conf" <<EOF
daemon off;
pid $work/nginx/pid;
error_log $work/nginx/error.log;
worker_processes 1;
events {}
http {
    access_log off;
    client_max_body_size ${1}m;
    client_body_temp_path $work/nginx/body;
    proxy_temp_path $work/nginx/proxy;
    fastcgi_temp_path $work/nginx/fastcgi;
    uwsgi_temp_path $work/nginx/uwsgi;
    scgi_temp_path $work/nginx/scgi;
    server {
        listen 127.0.0.1:$port;
        location / {
            proxy_pass $url;
            proxy_http_version 1.1;
            proxy_set_header Host \$http_host;
            proxy_request_buffering off;
            proxy_read_timeout 600s;
        }
    }
}
EOF
    nginx -c "$work/nginx.conf" -p "$work/nginx" 2> "$work/nginx/start.log" &
    proxy_pid=$!
    local tries=0
    until (: <> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do
        kill -0 "$proxy_pid" 2> /dev/null || fail "nginx did not start: $(tail -3 "$work/nginx/start.log")"
        ((++tries < 100)) || fail 'nginx does not answer'
        sleep 0.1
    done
}

stop_proxy() {
    [[ ${proxy_pid:-} ]] || return 0
    kill "$proxy_pid" 2> /dev/null || true
    wait "$proxy_pid" 2> /dev/null || true
}

# odd_tree DIRECTORY FILES: some files in some directories, empty ones and names that are hard on clients among them
odd_tree() {
    local directory=$1 files=$2 name i
    mkdir -p "$directory/plain" "$directory/odd/a b/ü ñ" "$directory/empty"
    for name in 'sp ace' 'hash#tag' 'question?mark' 'semi;colon' 'plus+sign' 'per%cent' '%41' 'amp&and' "apos'trophe" \
        'quote"d' 'b[r]a{c}ket' 'star*' 'less<more>' 'pipe|' 'ünïcödé' '日本語' '😀' '.hidden' 'tilde~' 'a,b=c@d!e$f' \
        '...' '%2e%2e' 'Case' 'case' 'x^y`z'; do
        echo "content of $name" > "$directory/odd/$name"
        echo "content of $name below" > "$directory/odd/a b/ü ñ/$name"
    done
    : > "$directory/odd/nothing"
    head -c 3000000 /dev/urandom > "$directory/plain/large"
    for ((i = 0; i < files; i++)); do
        ((i % 50)) || mkdir -p "$directory/plain/d$((i / 50))"
        echo "file $i $RANDOM" > "$directory/plain/d$((i / 50))/f$i"
    done
}

# A configuration of rclone in which tidemark: is /files/$area.
rclone_config() {
    need rclone rclone
    export RCLONE_CONFIG=$work/rclone.conf
    cat > "$RCLONE_CONFIG" <<EOF
[tidemark]
type = webdav
url = $url/files/$area
vendor = other
user = $user
pass = $(rclone obscure "$TIDEMARK_PASSWORD")
EOF
}
