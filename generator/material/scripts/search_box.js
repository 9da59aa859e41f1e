// The box: what it shows of what was found, what it may be narrowed by, and its keys. Comes behind search_find.js.

const search = $(".md-search"), box = $(".md-search__input"), toggle = $("#__search");
const list = $(".md-search-result__list"), status = $(".md-search-result__meta"), narrow = $(".search-filters");
const SAYS = JSON.parse($("#__config")?.textContent || "{}").translations || {};
const counted = (key, n) => (SAYS[`${key}.${n === 0 ? "none" : n === 1 ? "one" : "other"}`] || "#").replace("#", n);

let turn = 0, waiting, rest = [];

function ask() {
  clearTimeout(waiting);
  waiting = setTimeout(answer, 100);
}

async function answer() {
  const query = box.value.trim(), mine = ++turn;
  let found;
  try {
    await offer();
    found = query ? await find(query, chosen()) : { pages: [], words: [] };
    if (mine === turn) await show(found, query);
  } catch (error) { // no network, most likely: the next key tries again
    console.warn(String(error));
    if (mine === turn) show({ pages: [], words: [] }, "", TEXTS.failed);
  }
}

async function show({ pages, words }, query, said) {
  const mine = turn;
  const first = await Promise.all(pages.slice(0, SHOWN).map((page) => look(page, words)));
  if (mine !== turn) return;
  list.replaceChildren(...first.map(item));
  rest = pages.slice(SHOWN).map((page) => () => look(page, words));
  status.textContent = said || (query ? counted("search.result", pages.length) : SAYS["search.result.placeholder"] || "");
  list.closest(".md-search__scrollwrap").scrollTop = 0;
}

async function further() {
  const next = rest.splice(0, SHOWN);
  for (const page of await Promise.all(next.map((get) => get()))) list.append(item(page));
}

function item(page) {
  const [best, ...others] = page.passages;
  const element = make("li", "md-search-result__item", hit(page, best, true));
  const more = others.filter((p) => p.share > 0.5 * (best?.share || 0) && !same(p, best)).slice(0, MORE);
  if (more.length) {
    const summary = make("summary", "", make("div", "", counted("search.result.more", more.length)));
    element.append(make("details", "md-search-result__more", summary, ...more.map((passage) => hit(page, passage))));
  }
  return element;
}

const same = (one, other) => one.anchor === other.anchor && one.end - one.start === other.end - other.start;

function hit(page, passage, first) {
  const article = make("article", "md-search-result__article md-typeset");
  const link = make("a", "md-search-result__link", article);
  const titled = passage && line(passage) === page.title; // the title is all that was found
  link.href = page.url;
  if (first) {
    const title = titled ? sentence(passage) : [page.title];
    article.append(make("div", "md-search-result__icon md-icon"), make("h2", "", ...title));
  }
  if (passage && !(first && titled)) {
    const { under } = passage;
    if (under && line(under) !== page.title) article.append(make("p", "search-section", line(under)));
    article.append(make("p", "search-sentence", ...sentence(passage)));
  }
  if (passage) link.href += `?h=${encodeURIComponent(surface(passage).join(" "))}${passage.anchor && `#${passage.anchor}`}`;
  if (first && page.tags && page.tags !== page.title) article.append(make("p", "search-tags", page.tags));
  return link;
}

const trimmed = (word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
const line = ({ text, start, end }) => text.slice(start, end).join(" ").replace(/\u2060 /g, "").replace(/\.$/, "");
const surface = ({ text, marked }) => [...new Set(marked.map((place) => trimmed(text[place])))].slice(0, 8);

// The words of a passage, or the stretch of a long one around what was found.
function* sentence({ text, start, end, marked }) {
  let from = start, to = end;
  if (to - from > LONGEST) {
    from = Math.max(start, Math.min((marked[0] ?? start) - 8, end - LONGEST));
    to = Math.min(end, from + LONGEST);
  }
  if (from > start) yield "… ";
  for (let place = from; place < to; place++) {
    const word = text[place].replace(/\u2060$/, "");
    yield marked.includes(place) ? make("mark", "", word) : word;
    if (word === text[place]) yield " ";
  }
  if (to < end) yield "…";
}

async function offer() {
  if (!narrow || narrow.childElementCount) return;
  const { filters } = await started();
  for (const name of FILTERS) {
    const values = filters[name];
    if (values.length < 2 || $(`[name=${name}]`, narrow)) continue;
    const select = make("select", "", new Option(TEXTS[name], ""), ...values.map((value, n) => new Option(value, n)));
    Object.assign(select, { name, ariaLabel: TEXTS[name], onchange: answer });
    narrow.append(select);
  }
  narrow.hidden = !narrow.childElementCount;
}

function chosen() {
  const picked = [...(narrow?.children || [])].filter((select) => select.value);
  return Object.fromEntries(picked.map((select) => [select.name, Number(select.value)]));
}

function close() {
  if (toggle.checked) toggle.click();
  box.blur();
}

function move(step) {
  const stops = [box, ...list.querySelectorAll("li > a, summary, details[open] a")];
  const next = (Math.max(0, stops.indexOf(document.activeElement)) + stops.length + step) % stops.length;
  stops[next].focus();
}

const KEYS = {
  Escape: close,
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  Enter: () => $("a", list)?.click(),
};

function pressed(event) {
  const { key, target } = event;
  if (!KEYS[key] || event.isComposing || (key === "Enter" && target !== box) || (target.localName === "select" && key !== "Escape")) return;
  event.preventDefault();
  event.stopPropagation();
  KEYS[key]();
}
