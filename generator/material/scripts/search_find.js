// The search box, on top of Pagefind's own script (https://pagefind.app/docs/api/). Loaded when a reader uses the box,
// or comes from it. Pagefind finds pages that hold all words; a question has words that its answer lacks, so each word
// is asked alone and what is found is added up, rare words most. The best passage of each page is then found in its
// text, in which a pilcrow begins a passage and a section sign a heading (generator/material/search_page.py).
const TEXTS = "TEXTS", STOP = new Set("STOPWORDS".split(" "));
const ROOT = new URL("../../", import.meta.url);
const SITE = ROOT.pathname;
const SIMILAR = 3, AT_ONCE = 12, SHOWN = 10, MORE = 3, LONGEST = 45, MOST = 2.5, NAMED = 5, SURE = 0.3, LEAST = 0.1, ALL = 0.9;
const EXACT = Math.exp(SIMILAR * (Math.exp(-1 / 8) - 1)); // what Pagefind gives a word that is just the one asked for
const RANKING = {
  termSimilarity: SIMILAR, pageLength: 0.3, termSaturation: 0.8, termFrequency: 1, diacriticSimilarity: 0.2,
  metaWeights: { title: 2, terms: 2, tags: 0.5 },
};
const TOPICAL = "kind-agreement"; // of the names: what topics are about, so that a topic's page comes first
const FILTERS = ["topic", "publisher", "year"]; // in the order in which pages.json gives their values

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const $ = (selector, root = document) => root.querySelector(selector);
const make = (name, className, ...children) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
};

let engine;
const started = () => (engine ??= start().catch((error) => {
  engine = undefined;
  throw error;
}));

async function start() {
  const pagefind = await import(new URL("pagefind/pagefind.js", ROOT));
  await pagefind.destroy(); // what a failed start left behind
  await pagefind.options({ noWorker: true, ranking: RANKING });
  const response = await fetch(new URL("pagefind/pages.json", ROOT));
  return { pagefind, ...(await response.json()) };
}

// The words of a query, without those that carry nothing unless there are no others; what stands in quotation marks is
// one that a page must hold.
export function asked(query) {
  const phrases = [...query.matchAll(/"([^"]+)"/g)].map((found) => (
    { text: `"${found[1].trim().split(/\s+/).flatMap(parted).join(" ")}"`, must: true }));
  const plain = query.replace(/"[^"]*"/g, " ").toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.'’&-]*/gu) || [];
  const bare = plain.map((word) => word.replace(/(?:['’]s)?[.'’&-]*$/, "")).flatMap(parted);
  const words = [...new Set(bare)].filter(Boolean);
  const open = !/[\s?.!]$/.test(query); // the last word may still be going on
  const held = words.filter((word, n) => !STOP.has(word) || (open && n === words.length - 1 && words.length === 1));
  return [...phrases, ...(held.length || phrases.length ? held : words).map((text) => ({ text }))];
}

// The words of a stretch that writes no spaces, by the dictionaries that cut the index, too.
function parted(word) {
  if (!UNSPACED.test(word) || !Intl.Segmenter) return [word];
  const cut = new Intl.Segmenter(undefined, { granularity: "word" }).segment(word);
  return [...cut].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

export async function find(query, filters) {
  const since = performance.now();
  try {
    const found = await rank(query, filters);
    if (!lost(since)) return found;
  } catch (error) {
    console.warn(String(error));
  }
  engine = undefined; // the next try starts anew
  throw new Error("search was not loaded");
}

// Whether a part of the index did not come. Pagefind goes on without it, as if no page held the word.
const lost = (since) => performance.getEntriesByType("resource").some(
  ({ name, startTime, responseStatus }) => startTime >= since && responseStatus === 0 && name.includes("/pagefind/"));

async function rank(query, filters) {
  const { pagefind, pages: known } = await started();
  const size = Object.keys(known).length;
  const words = asked(query);
  const answers = await Promise.all(words.map(({ text }) => pagefind.search(text)));
  const pages = new Map();
  answers.forEach(({ results }, n) => {
    const word = words[n];
    word.rarity = Math.sqrt(Math.log(1 + (size - results.length + 0.5) / (results.length + 0.5)));
    for (const result of results) {
      if (!within(known[result.id], filters)) continue;
      const page = pages.get(result.id) || { id: result.id, score: 0, found: [] };
      page.score += word.must ? MOST * word.rarity : Math.min(result.score, MOST * word.rarity);
      page.found.push({ word, result });
      pages.set(result.id, page);
    }
  });
  const musts = words.filter((word) => word.must);
  const all = [...pages.values()].filter(({ found }) => musts.every((must) => found.some((f) => f.word === must)));
  for (const page of all) page.score = 1.6 * (page.base = page.score) * (page.boost = known[page.id]?.[0] ?? 1);
  all.sort(byScore);
  await Promise.all(all.slice(0, AT_ONCE).map(load));
  const near = all.slice(0, AT_ONCE);
  // A word that stands nowhere is not asked for: of an unknown word, Pagefind finds what its first letters begin.
  const sure = words.filter((word) => near.some(({ hits }) => hits.some((hit) => hit.word === word && hit.near >= SURE)));
  const held = sure.length ? sure : words;
  for (const page of near) {
    judge(page, held);
    page.score += page.boost * sum(held) * (2 * (page.passages[0]?.worth || 0) + NAMED * page.named);
  }
  near.sort(byScore);
  topicsFirst(near);
  const enough = LEAST * (near[0]?.score || 0);
  return { words: held, pages: [...near, ...all.slice(AT_ONCE)].filter(({ score }) => score >= enough) };
}

// Whether a page is of every value that a reader narrows by.
const within = (page, filters) => Object.entries(filters).every(([name, n]) => page?.[1 + FILTERS.indexOf(name)].includes(n));

const byScore = (one, other) => other.score - one.score || (one.id < other.id ? -1 : 1);

// A topic's page that holds all that was asked comes before a source, unless the source is itself what was asked for.
function topicsFirst(pages) {
  const inside = (page, folder) => page.url.startsWith(`${SITE}${folder}/`);
  const full = ({ passages: [best] }) => (best ? best.share * (0.6 + 0.4 * best.together) : 0);
  for (const topic of pages.filter((page) => inside(page, "topics"))) {
    if (!(topic.passages[0]?.share > ALL)) continue;
    const source = pages.find((page) => inside(page, "sources") && page.named < 0.5 && full(page) <= full(topic));
    if (source && source.score >= topic.score) topic.score = source.score + 1e-6 * topic.score;
  }
  pages.sort(byScore);
}

// Loads the text of a page, and where in it which words stand, each with how near it is to the one asked for.
async function load(page) {
  page.hits = [];
  for (const { word, result } of page.found) {
    const data = await result.data();
    page.text ??= data.content.split(/\s+/);
    page.data = data;
    for (const { location: place, weight, balanced_score: score } of data.weighted_locations) {
      const like = word.must ? 1 : Math.min(1, score / (weight * weight || 1) / EXACT);
      const near = like >= SURE || plain(page.text[place]).includes(plain(word.text)) ? Math.max(like, SURE) : like / 4;
      page.hits.push({ word, place, near });
    }
  }
}

// Finds the passages of a page that hold a word, best first.
function judge(page, words) {
  const { text, data: { url, meta, anchors } } = page;
  const hits = new Map();
  for (const { word, place, near } of page.hits) {
    if (words.includes(word)) hits.set(place, [...(hits.get(place) || []), [word, near]]);
  }
  Object.assign(page, { url, title: meta.title, tags: meta.tags });
  const passages = cut(text, anchors).map((passage) => weigh(passage, text, hits, words));
  const titles = passages.filter(({ heading, kind }) => heading && kind !== TOPICAL).map(line);
  const listed = `${meta.tags || ""} · ${meta.terms || ""}`.split(" · ");
  page.named = Math.max(...[meta.title, ...titles, ...listed].map((name) => naming(name, words)));
  page.passages = passages.filter(({ share }) => share).sort((one, other) => other.worth - one.worth || one.start - other.start);
}

async function look(page, words) {
  if (page.passages) return page;
  await load(page);
  judge(page, words);
  return page;
}

function cut(text, anchors) {
  const places = anchors.slice().sort((one, other) => one.location - other.location);
  const passages = [];
  let anchor = "", heading, kind;
  text.forEach((word, place) => {
    if (word !== "¶" && word !== "§") {
      if (passages.length) passages.at(-1).end = place + 1;
      return;
    }
    while (places.length && places[0].location <= place) anchor = places.shift().id;
    if (anchor.startsWith("kind-")) kind = anchor;
    const passage = { start: place + 1, end: place + 1, anchor, heading: word === "§", under: heading, kind };
    if (passage.heading) heading = passage;
    passages.push(passage);
  });
  return passages;
}

function weigh(passage, text, hits, words) {
  const best = new Map(), marked = [], places = new Map();
  for (const source of [passage.under, passage]) {
    for (let place = source?.start; place < source?.end; place++) {
      for (const [word, near] of hits.get(place) || []) {
        const here = source === passage ? near : near / 2;
        if (here > (best.get(word) || 0)) best.set(word, here);
        if (source !== passage || near < SURE) continue;
        marked.push(place);
        places.set(word, [...(places.get(word) || []), place]);
      }
    }
  }
  const share = [...best].reduce((sum, [word, near]) => sum + word.rarity * near, 0) / sum(words);
  const length = passage.end - passage.start;
  const tight = new Set(marked).size / length;
  const together = beside(words, places);
  const worth = share ** 3.5 * (0.6 + 0.4 * together) + 0.6 * share * tight - 0.001 * Math.max(0, length - 30);
  return Object.assign(passage, { share, together, tight, worth, marked, text });
}

const sum = (words) => words.reduce((all, word) => all + word.rarity, 0) || 1;

// How many neighbours of a query are neighbours in a passage, too.
function beside(words, places) {
  const pairs = words.slice(1).map((word, n) => [places.get(words[n]), places.get(word)]);
  const near = pairs.filter(([one, other]) => one?.some((p) => other?.some((q) => q > p && q - p < 4)));
  return pairs.length ? near.length / pairs.length : 1;
}

// How well a name of a page (its title or a heading, a tag of it, a term of its topic) is what was asked for.
function naming(name, words) {
  const parts = name.split(/[\s/-]+/).map(plain).filter((part) => part.length > 1 && !STOP.has(part));
  const met = new Set(), found = new Set();
  words.forEach((word, n) => {
    const one = plain(word.text), both = one + plain(words[n + 1]?.text || "");
    for (const part of parts) {
      if (similar(part, one)) met.add(part) && found.add(word);
      else if (both !== one && similar(part, both)) met.add(part) && found.add(word).add(words[n + 1]);
    }
  });
  const share = [...found].reduce((all, word) => all + word.rarity, 0) / sum(words);
  return share ** 4 * (met.size / (new Set(parts).size || 1));
}

function similar(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.startsWith(short.length > 4 ? short.slice(0, -1) : short) && long.length - short.length < 3;
}

const plain = (word) => word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
