// Where a hit leads, and what begins all of it. Comes behind search_box.js.

const BLOCKS = "p, li, tr, dd, dt, h1, h2, h3, h4, h5, h6, summary, blockquote";

// Opens what a hit leads to, with all that it lies in, marks its words and brings it into sight. Without an anchor, and
// where there is none of that name, the passage is the one that holds most of the words.
function arrive() {
  const at = new URL(location.href), article = $("article.md-content__inner") || document.body;
  const wanted = at.searchParams.get("h");
  if (wanted === null) return;
  const words = [...new Set(wanted.toLowerCase().split(/\s+/).map(trimmed).filter(Boolean))];
  const named = at.hash.length > 1 && document.getElementById(decodeURIComponent(at.hash.slice(1)));
  const target = named || (words.length && fullest(article, words));
  if (!target) return;
  const marks = words.length ? area(target).flatMap((element) => mark(element, words)) : [];
  if (!marks.length) target.classList.add("found");
  const seen = marks[0] || target;
  for (let e = seen; e; e = e.parentElement) if (e.localName === "details") e.open = true;
  const show = () => seen.scrollIntoView({ block: "center" });
  show();
  if (document.readyState !== "complete") addEventListener("load", () => setTimeout(show), { once: true });
}

const pattern = (words) => new RegExp(words.map((word) => {
  const literal = word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return UNSPACED.test(word) ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
}).join("|"), "giu");

function fullest(article, words) {
  let best, most = 0;
  for (const block of article.querySelectorAll(BLOCKS)) {
    const held = new Set([...block.textContent.matchAll(pattern(words))].map(([word]) => word.toLowerCase())).size;
    const worth = held - block.textContent.length / 1e5;
    if (held && worth > most) [best, most] = [block, worth];
  }
  return best;
}

// What an anchor names: a heading's is all until the next heading, another's is the element, or the block it lies in.
function area(target) {
  if (!/^h[1-6]$/.test(target.localName)) return [target, target.closest(BLOCKS) || target];
  const parts = [target];
  for (let e = target.nextElementSibling; e && !/^h[1-6]$/.test(e.localName); e = e.nextElementSibling) parts.push(e);
  return parts;
}

function mark(element, words) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = [], marks = [];
  while (texts.nextNode()) if (!texts.currentNode.parentElement.closest("mark, script, .headerlink")) found.push(texts.currentNode);
  for (const text of found) {
    const parts = text.data.split(new RegExp(`(${pattern(words).source})`, "giu"));
    if (parts.length < 2) continue;
    const made = parts.map((part, n) => (n % 2 ? make("mark", "", part) : part));
    marks.push(...made.filter((part) => part instanceof Element));
    text.replaceWith(...made);
  }
  return marks;
}

if (box) {
  box.addEventListener("input", ask);
  search.addEventListener("keydown", pressed);
  search.addEventListener("focusout", ({ relatedTarget: to }) => { if (to && !search.contains(to)) close(); });
  box.form.addEventListener("submit", (event) => event.preventDefault());
  box.form.addEventListener("reset", () => setTimeout(() => { box.focus(); answer(); }));
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && link.href === location.href) { // no page will load
      event.preventDefault();
      close();
      arrive();
    }
  });
  const scroller = list.closest(".md-search__scrollwrap");
  scroller.addEventListener("scroll", () => {
    if (rest.length && scroller.scrollTop + 2 * scroller.clientHeight > scroller.scrollHeight) further();
  });
  toggle.addEventListener("change", () => {
    const at = new URL(location.href);
    if (toggle.checked || !at.searchParams.has("q")) return;
    at.searchParams.delete("q");
    history.replaceState({}, "", at);
  });
  const query = new URL(location.href).searchParams.get("q");
  if (query !== null && !box.value) box.value = query;
  if (box.value || document.activeElement === box) answer();
}
if (window.document$) window.document$.subscribe(arrive); // pages that come without a load, too
else arrive();
