// What is new or has changed since a reader was here last. The browser remembers the digests of the statements that it
// has seen, in localStorage; nothing is sent. Without localStorage, or on a first visit, nothing happens.
(() => {
  "use strict";
  const REST = 4 * 3600e3, MOST = 10; // a visit ends after so long; so many statements are listed
  const { base, news, ...words } = document.currentScript.dataset;
  const root = new URL(base.endsWith("/") ? base : `${base}/`, location);
  const key = `briefing:${root.pathname}`;
  let kept;

  // last: what was seen before this visit; all: whether that was the whole site. seen, whole: the same of this visit.
  function remembered() {
    const { at, last, all, seen, whole } = JSON.parse(localStorage.getItem(key) || "{}");
    if (at && Date.now() - at < REST) return { last, all, seen, whole };
    return { last: whole ? seen : { ...last, ...seen }, all: all || whole || false, seen: {}, whole: false };
  }

  const save = () => localStorage.setItem(key, JSON.stringify({ at: Date.now(), ...kept }));

  function change(id, state, known) { // "new", "changed" or ""
    if (!(id in kept.last)) return known ? "new" : "";
    return kept.last[id] === state ? "" : "changed";
  }

  const make = (name, of, text) => Object.assign(document.createElement(name), { className: of, textContent: text });
  const label = (what) => make("span", `since ${what}`, words[what]);

  function mark() {
    const here = [...document.querySelectorAll("[data-state]")];
    const known = kept.all || here.some(({ id }) => id in kept.last);
    for (const one of here) {
      const what = change(one.id, one.dataset.state, known);
      if (what) one.prepend(label(what), " ");
      kept.seen[one.id] = one.dataset.state;
    }
  }

  function list(rows, topics) {
    const place = document.getElementById("since");
    if (!place || !kept.all) return;
    const found = rows.map((row) => [change(row[0], row[1], true), ...row]).filter(([what]) => what);
    place.append(make("h2", "", found.length ? words.title : words.none));
    const items = make("ul", "", "");
    for (const [what, , , topic, path, text] of found.slice(0, MOST)) {
      const item = make("li", "", ""), link = make("a", "", text);
      link.href = new URL(path, root);
      item.append(label(what), " ", link, ` (${topics[topic]})`);
      items.append(item);
    }
    if (found.length) place.append(items);
    if (found.length > MOST) place.append(make("p", "note", words.more.replace("{n}", found.length - MOST)));
  }

  async function whole() {
    const { topics, statements } = await (await fetch(new URL(news, root))).json();
    list(statements, topics);
    kept.seen = Object.fromEntries(statements);
    kept.whole = true;
  }

  try {
    kept = remembered();
    kept.last ||= {};
    kept.seen ||= {};
    mark();
    save();
    if (news) addEventListener("load", () => whole().then(save).catch(() => {}));
  } catch { /* no storage: nothing is remembered */ }
})();
