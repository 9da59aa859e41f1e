// Stands in for Material's search worker and starts it when the first words are typed. Until then every query is
// empty, and the answer to that is known.
(() => {
  "use strict";
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  const answer = postMessage;
  let setup, asked, started;

  function wait({ data: message }) {
    if (message.type === SETUP) setup = message; // the page fetched the index for its own use
    if (message.type !== QUERY) return;
    asked = message;
    if (started || message.data.trim()) start();
    else answer({ type: RESULT, data: { items: [] } });
  }

  async function start() {
    if (started) return;
    started = true;
    try {
      if (!setup) {
        const response = await fetch(new URL("../../../search/search_index.json", location));
        setup = { type: SETUP, data: { ...(await response.json()), options: { suggest: SUGGEST } } };
      }
      importScripts("THIN", "WORKER"); // in this order: the first to listen is the first to see a query
    } catch (error) { // no network: no answer, which would read as "no matching documents"; the next key tries again
      started = false;
      console.warn(String(error));
      return;
    }
    removeEventListener("message", wait);
    self.postMessage = () => { // it is ready; the page was told long ago
      self.postMessage = answer;
      dispatchEvent(new MessageEvent("message", { data: asked }));
    };
    dispatchEvent(new MessageEvent("message", { data: setup }));
  }

  addEventListener("message", wait);
  answer({ type: READY });
})();
