// What the page adds to textual-serve's terminal: it waits for the fonts before the first letter
// is measured, and says why a game is over.
"use strict";

{
  const told = ["1000", "1001", "4001", "4002", "4003"];

  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener("open", () => {
        document.querySelector(".xterm-helper-textarea")?.focus();
      });
      this.addEventListener("close", (event) => {
        const code = String(event.code);
        document.body.dataset.why = told.includes(code) ? code : "lost";
        document.getElementById("again").focus();
      });
    }

    send(data) {
      if (this.readyState === WebSocket.OPEN) super.send(data);
    }
  };

  const start = window.onload;
  window.onload = async (event) => {
    const family = '16px "Roboto Mono"';
    const fonts = [family, `bold ${family}`];
    await Promise.allSettled(fonts.map((font) => document.fonts.load(font, "a\ufe8e")));
    start(event);
  };
}
