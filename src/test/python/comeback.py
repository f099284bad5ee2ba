"""comeback.py URL TRANSPORT: stays connected, with the library's own defaults, and comes back by
itself. Ends when its input does. Without URL: tells whether what it needs is installed."""

import os
import sys
import threading

import requests  # without it there is no polling
import socketio

if len(sys.argv) > 1:
    client = socketio.Client()
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    client.connect(sys.argv[1], transports=[sys.argv[2]])
    client.wait()
