"""The game in a browser: a web server that gives each visitor a game in a process of its own.

The page holds a terminal (xterm.js as it comes with textual-serve); a websocket joins it to a
process that runs the interface with Textual's web driver. Nothing is fetched from elsewhere.
"""
