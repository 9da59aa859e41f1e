// Takes the words out of a query that the index leaves out. Material looks up each word as the beginning of others: of
// "what is the quad" the index holds only the last ("what", "is" and "the" are stop words), yet it would be asked for
// "issue", "theory" and "whatsoever" too. Which words these are, Material's lists say, one for each language of search.
// The word being typed stays, and so does all of a query with quotation marks; "+the" is no word of a list.
(() => {
  "use strict";
  const SETUP = 0, QUERY = 2;
  let languages = [];

  addEventListener("message", (event) => {
    const { type, data } = event.data;
    if (type === SETUP) languages = data.config.pipeline.includes("stopWordFilter") ? data.config.lang : [];
    if (type !== QUERY || data.includes('"')) return;
    const words = data.trim().split(/\s+/);
    const last = words.pop();
    const lists = languages.map((code) => (lunr[code] || lunr).stopWordFilter).filter(Boolean);
    const held = words.filter((word) => lists.every((holds) => holds(word.toLowerCase())));
    const thin = { type, data: [...held, last].join(" ") };
    Object.defineProperty(event, "data", { value: thin, configurable: true }); // it may be here twice, after a failure
  });
})();
