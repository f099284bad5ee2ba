# A plain chat of python-socketio on the standard library's web server, as Debian packages it: polling only. --fixed N is
# how many arguments the handler of `chat message` takes, --refuse WORDS lets nobody in.
import argparse
import json
import os
import sys
import threading
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import socketio

options = argparse.ArgumentParser()
options.add_argument("--port", type=int, default=0)
options.add_argument("--fixed", type=int, default=1)
options.add_argument("--refuse", default="")
opts = options.parse_args()

sio = socketio.Server(async_mode="threading")


@sio.event
def connect(sid, environ, auth):
    if opts.refuse == "-":
        return False
    if opts.refuse:
        raise socketio.exceptions.ConnectionRefusedError(opts.refuse)


def one(sid, text):
    print("got " + json.dumps([text]), flush=True)
    sio.emit("chat message", text)


def two(sid, text, name):
    print("got " + json.dumps([text, name]), flush=True)
    sio.emit("chat message", {"msg": text, "user": name})


sio.on("chat message", one if opts.fixed == 1 else two)


class Threads(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


def page(environ, start):
    emit = "input.value" if opts.fixed == 1 else "input.value, nickname"
    start("200 OK", [("Content-Type", "text/html")])
    return [f"<script>socket.emit('chat message', {emit});</script>".encode()]


server = make_server("127.0.0.1", opts.port, socketio.WSGIApp(sio, page), Threads, Quiet)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"listening {server.server_port}", flush=True)
sys.stdin.read()
os._exit(0)
