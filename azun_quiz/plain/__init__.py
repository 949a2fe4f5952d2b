"""The game line by line: for pipes, for screen readers, for any terminal.

One thing a line, in words; no colour, no cursor movement. Text in right-to-left languages is
written in its logical order, which terminals and screen readers put in order themselves.
"""
