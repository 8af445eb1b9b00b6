"""The servers that are measured. Each runs on loopback, in the foreground, and is ended by its own process id."""

import base64
import glob
import hashlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from . import processes

ROOT = Path(__file__).resolve().parents[3]
USER = "writer"
AUTHORIZATION = "Basic " + base64.b64encode(f"{USER}:{USER}".encode()).decode()


def request(url, method="GET", body=None, **headers):
    """One request; answers the status, the headers and the body."""
    call = urllib.request.Request(url, method=method, data=body)
    call.add_header("Authorization", AUTHORIZATION)
    for name, value in headers.items():
        call.add_header(name.replace("_", "-"), value)
    try:
        with urllib.request.urlopen(call) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as e:
        return e.code, e.headers, e.read()


class Server:
    """A child process that serves until it is stopped."""

    name = ""
    process = None
    term = signal.SIGTERM
    children = False

    def spawn(self, command, log, **kwargs):
        with open(log, "w") as out:
            self.process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, **kwargs)

    @property
    def pid(self):
        return self.process.pid

    def cpu_seconds(self):
        return processes.cpu_seconds(self.pid, self.children)

    def wait_for(self, ready, seconds, log):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            if ready():
                return
            time.sleep(0.3)
        self.stop()
        sys.exit(f"bench: {self.name} did not start; the end of its log:\n{log.read_text(errors='replace')[-4_000:]}")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(self.term)
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


class PostgreSql(Server):
    """A cluster of its own with the defaults of the installed version: every commit is on the disk before it is answered."""

    name = "PostgreSQL"
    term = signal.SIGINT
    children = True

    def __init__(self, directory, port):
        self.directory, self.port = directory, port
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))
        self.bin = found[-1] if found else str(Path(shutil.which("initdb") or sys.exit("bench: no PostgreSQL")).parent)

    def _as_owner(self):
        """PostgreSQL refuses to run as root."""
        if os.getuid() != 0:
            return {}
        owner = pwd.getpwnam("postgres")
        return {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": [], "cwd": "/"}

    def start(self):
        self.directory.mkdir(parents=True)
        owner = self._as_owner()
        if owner:
            os.chown(self.directory, owner["user"], owner["group"])
        data = self.directory / "data"
        subprocess.run([f"{self.bin}/initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8"],
                       check=True, stdout=subprocess.DEVNULL, **owner)
        log = self.directory.with_suffix(".log")
        self.spawn([f"{self.bin}/postgres", "-D", data, "-p", str(self.port), "-c", "listen_addresses=127.0.0.1",
                    "-c", f"unix_socket_directories={self.directory}"], log, **owner)
        self.wait_for(lambda: subprocess.run([f"{self.bin}/pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)])
                      .returncode == 0, 30, log)
        self.sql("create role tidemark login password 'tidemark'", "postgres")
        return self.create("tidemark")

    def create(self, database):
        """One more empty database; answers the cluster."""
        self.sql(f"create database {database} owner tidemark", "postgres")
        return self

    def sql(self, statement, database="tidemark"):
        return subprocess.run(["psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-qAtX", "-d", database,
                               "-c", statement], check=True, capture_output=True, text=True).stdout.strip()

    def version(self):
        return self.sql("show server_version")


class Tidemark(Server):
    """What the build made, with the yardstick beside it."""

    name = "Tidemark"

    def __init__(self, directory, port, heap="512m", database=None, store="tidemark", settings=(), checkout=ROOT):
        self.directory, self.port, self.heap, self.settings = directory, port, heap, settings
        self.checkout = checkout
        self.database, self.store = database, store
        self.url = f"http://127.0.0.1:{port}"
        self.files = directory / "static" / "files"

    def start(self):
        self.files.mkdir(parents=True, exist_ok=True)
        war = self.directory / "yardstick.war"
        subprocess.run([ROOT / "scripts/bench/yardstick/build", self.checkout / "target/server", self.files.parent, war],
                       check=True)
        command = [self.checkout / "scripts/serve", "--port", str(self.port), "--data", self.directory / "data", "--heap", self.heap]
        if self.database:
            command += ["--database", f"jdbc:postgresql://127.0.0.1:{self.database.port}/{self.store}",
                        "--database-user", "tidemark"]
        log = self.directory / "server.log"
        java = " ".join([os.environ.get("JAVA_OPTS", ""), *(f"-D{setting}" for setting in self.settings)])
        self.spawn(command, log, env={**os.environ, "TIDEMARK_EXTRA_WAR": str(war), "TIDEMARK_DB_PASSWORD": "tidemark",
                                      "JAVA_OPTS": java})
        self.wait_for(self._ready, 120, log)
        return self

    def _ready(self):
        try:
            return (request(f"{self.url}/files/")[0] == 200
                    and request(f"{self.url}/yardstick/empty")[0] == 204)
        except OSError:
            return False

    def parts(self):
        """The processes that a request costs time in."""
        return {"JVM": self, **({"PostgreSQL": self.database} if self.database else {})}

    def collection(self, name):
        status = request(f"{self.url}/files/{name}/", "MKCOL")[0]
        if status != 201:
            sys.exit(f"bench: MKCOL of {name} answered {status}")
        return f"/files/{name}/"


class Apache(Server):
    """mod_dav on a directory, with the same users. It does not sync what it writes to the disk."""

    name = "Apache mod_dav"
    children = True

    MODULES = "mpm_event authn_core authn_file authz_core authz_user auth_basic dav dav_fs mime"

    def __init__(self, directory, port):
        self.directory, self.port = directory, port
        self.url = f"http://127.0.0.1:{port}"
        self.files = directory / "files"

    @staticmethod
    def installed():
        return shutil.which("apache2") is not None

    def start(self):
        self.files.mkdir(parents=True)
        secret = base64.b64encode(hashlib.sha1(USER.encode()).digest()).decode()
        (self.directory / "users").write_text(f"{USER}:{{SHA}}{secret}\n")
        modules = "\n".join(f"LoadModule {m}_module /usr/lib/apache2/modules/mod_{m}.so" for m in self.MODULES.split())
        run_as = "User www-data\nGroup www-data" if os.getuid() == 0 else ""
        (self.directory / "apache.conf").write_text(f"""
ServerRoot {self.directory}
ServerName 127.0.0.1
Listen 127.0.0.1:{self.port}
PidFile {self.directory}/pid
ErrorLog {self.directory}/error.log
{modules}
{run_as}
TypesConfig /etc/mime.types
DavLockDB {self.directory}/locks
DavMinTimeout 60
KeepAlive On
MaxKeepAliveRequests 0
# All threads that it will ever need, in as many processes from the start: one that it ends between two rounds takes its
# connections with it, and one without a free thread closes those that wait for their next request.
ServerLimit 2
StartServers 2
ThreadsPerChild 64
MaxRequestWorkers 128
MinSpareThreads 1
MaxSpareThreads 128
LimitRequestBody 0
DocumentRoot {self.files}
<Directory {self.files}>
    Dav On
    DavDepthInfinity On
    AuthType Basic
    AuthName bench
    AuthUserFile {self.directory}/users
    Require valid-user
</Directory>
""")
        if run_as:
            owner = pwd.getpwnam("www-data")
            for path in (self.directory, self.files):
                os.chown(path, owner.pw_uid, owner.pw_gid)
        log = self.directory / "apache.log"
        self.spawn(["apache2", "-f", self.directory / "apache.conf", "-DFOREGROUND"], log)
        self.wait_for(self._ready, 20, log)
        return self

    def _ready(self):
        try:
            return request(f"{self.url}/", "OPTIONS")[0] == 200
        except OSError:
            return False

    def parts(self):
        return {"Apache": self}

    def collection(self, name):
        status = request(f"{self.url}/{name}/", "MKCOL")[0]
        if status != 201:
            sys.exit(f"bench: Apache's MKCOL of {name} answered {status}")
        return f"/{name}/"

    def fill(self, name, count):
        """Members written by the file system, which is all that mod_dav knows of them."""
        collection = self.files / name
        collection.mkdir()
        for i in range(count):
            (collection / f"member-{i:07d}").write_text("small")
        if os.getuid() == 0:
            subprocess.run(["chown", "-R", "www-data:www-data", collection], check=True)
        return f"/{name}/"
