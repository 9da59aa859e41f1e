// Beside the number of a source: who, when, and the words cited, with a way to their place on the source's page and to
// the publisher's. All of it stands on the page already; without this script a number leads to the list at its foot.
(() => {
  "use strict";
  const WAIT = 200, EDGE = 8, FRAGMENT = 5;
  let card, open, timer, touched;

  const make = (name, of, text) => Object.assign(document.createElement(name), { className: of, textContent: text });
  const later = (act) => { clearTimeout(timer); timer = setTimeout(act, WAIT); };

  function quoted(link) { // the words as they stand on the page, or as the number carries them
    const before = link.previousElementSibling;
    if (before?.dataset.quote) return before.textContent;
    const there = link.dataset.q && document.querySelector(`[data-quote="${link.dataset.q}"]`);
    return there ? there.textContent : link.dataset.text || "";
  }

  function original(entry, words) { // the very words on the publisher's page
    const link = entry.querySelector("a.original");
    if (!link) return null;
    const parts = words.trim().split(/\s+/);
    const ends = parts.length > 2 * FRAGMENT ? [parts.slice(0, FRAGMENT), parts.slice(-FRAGMENT)] : [parts];
    const wanted = ends.map((some) => encodeURIComponent(some.join(" ")).replace(/-/g, "%2D")).join(",");
    const to = make("a", "original", link.textContent);
    to.href = words ? `${link.href.split("#")[0]}#:~:text=${wanted}` : link.href;
    return to;
  }

  function fill(link, entry) {
    const words = quoted(link), title = entry.querySelector("a");
    const to = make("a", "title", title.textContent);
    to.href = link.dataset.s ? `${title.href.split("#")[0]}#${link.dataset.s}` : title.href;
    const parts = [make("span", "who", entry.querySelector(".who").textContent)];
    if (words) parts.push(make("span", entry.classList.contains("digest") ? "said" : "quoted", words));
    parts.push(to, original(entry, words));
    card.replaceChildren(...parts.filter(Boolean));
  }

  function place(link) { // below the number, within the window
    const at = link.getBoundingClientRect(), frame = card.offsetParent.getBoundingClientRect();
    const wide = Math.min(card.offsetWidth, innerWidth - 2 * EDGE);
    const left = Math.max(EDGE, Math.min(at.left, document.documentElement.clientWidth - wide - EDGE));
    const below = at.bottom + card.offsetHeight + EDGE < innerHeight || at.top < card.offsetHeight + 60;
    card.style.left = `${left - frame.left}px`;
    card.style.top = `${(below ? at.bottom + 4 : at.top - card.offsetHeight - 4) - frame.top}px`;
  }

  function show(link) {
    clearTimeout(timer);
    const entry = document.getElementById(link.hash.slice(1));
    if (open === link || !entry) return;
    hide();
    card ||= Object.assign(make("span", "cite-card", ""), { id: "cite-card" });
    fill(link, entry);
    link.after(card); // next in the order of the tab key
    link.setAttribute("aria-describedby", "cite-card");
    open = link;
    place(link);
  }

  function hide() {
    clearTimeout(timer);
    if (!open) return;
    open.removeAttribute("aria-describedby");
    card.remove();
    open = undefined;
  }

  const cite = (event) => event.target.closest?.("a.cite[href^='#']");
  const within = (node) => node && (card?.contains(node) || open?.contains(node));

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = cite(event);
    if (link) later(() => show(link));
    else if (within(event.target)) clearTimeout(timer);
    else if (open && !within(document.activeElement)) later(hide);
  });
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    if (open && !within(event.target)) hide();
  });
  document.addEventListener("focusin", (event) => {
    const link = cite(event);
    if (link && !touched) show(link);
    else if (open && !within(event.target)) hide();
  });
  document.addEventListener("click", (event) => { // a tap shows, a second one leads to the list
    const link = cite(event);
    if (link && touched && open !== link) {
      event.preventDefault();
      show(link);
    } else if (link) hide();
    touched = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open) return;
    const link = open;
    if (card.contains(document.activeElement)) link.focus();
    hide();
    event.stopPropagation();
  });
  addEventListener("resize", hide);
  const asked = document.querySelector("a.cite:hover, a.cite:focus"); // while this script was on its way
  if (asked) show(asked);
  addEventListener("beforeprint", () => { // on paper each source tells its address: the publisher's, else its page's
    hide();
    for (const source of document.querySelectorAll("ol > .source")) {
      const link = source.querySelector("a.original") || source.querySelector("a");
      link?.setAttribute("data-address", link.href);
    }
  });
})();
