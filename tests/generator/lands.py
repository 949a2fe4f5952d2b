"""Two kinds of facts, as files tell them: lands, and events that refer to them."""

from __future__ import annotations

LANDS = """\
    kind: land
    fields: {name: {type: words}, sort: {type: text}}
    facts:
      zembla: {name: {en: {default: Zembla, the: the Zembla}}, sort: kingdom, sources: [x]}
      utopia: {name: {en: Utopia}, sort: island, sources: [x]}
      erewhon: {name: {en: Erewhon}, sort: island, sources: [x]}
    """
EVENTS = """\
    kind: event
    fields:
      name: {type: words}
      number: {type: number}
      day: {type: date}
      term: {type: span}
      land: {type: ref, of: land}
      lands: {type: refs, of: land}
    unique: [name, number, day]
    facts:
      one: {name: {en: One}, number: 1, day: 1993-07-29, term: 1990-1992, land: zembla,
            lands: [zembla], sources: [x]}
      two: {name: {en: Two}, number: 2, day: 1994-08-01, term: 1992-1995, land: utopia,
            lands: [zembla, utopia], sources: [x]}
      three: {name: {en: Three}, number: 3, day: 1995-03-02, term: 1996-1999, land: erewhon,
              lands: [erewhon], sources: [x]}
    """
