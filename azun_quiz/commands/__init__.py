"""The commands, one module each: ``add`` declares the options, ``run`` does the work.

The halves of ``results`` have modules of their own, and ``visit`` is what ``serve`` starts for a
visitor. What commands share is in :mod:`azun_quiz.commands.support`.
"""
