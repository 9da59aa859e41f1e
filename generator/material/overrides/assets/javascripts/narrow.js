// Narrows the list of sources by publisher, topic and year; the address keeps the choice. All that it says stands on the
// page, in attributes of the heading and of each source. Without this script the list is whole.
(() => {
  "use strict";
  const words = document.querySelector("h2.narrow")?.dataset;
  const rows = [...document.querySelectorAll(".listed")].map(read);
  const FIELDS = ["publisher", "topic", "year"];
  if (!words || rows.length < 2) return;

  function read(told) {
    const topics = [...told.querySelectorAll("a.topic")].map((link) => link.textContent);
    const ids = told.dataset.topics.split(" ").filter(Boolean);
    const { of, year } = told.dataset;
    return {
      item: told.closest("li"),
      publisher: new Map([[of, of]]),
      topic: new Map(ids.map((id, n) => [id, topics[n]])),
      year: new Map([[year || "-", year]]),
    };
  }

  function options(field) { // each choice with its name and how many sources it has, in their order
    const found = new Map();
    for (const row of rows) {
      for (const [value, name] of row[field]) {
        const known = found.get(value) || { value, name: name || words.undated, count: 0, last: !name };
        found.set(value, { ...known, count: known.count + 1 });
      }
    }
    const down = field === "year" ? -1 : 1;
    const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    return [...found.values()].sort((a, b) => a.last - b.last || down * compare(a.name, b.name));
  }

  function choice(field) {
    const choices = options(field);
    if (choices.length < 2) return [];
    const box = document.createElement("div"), label = document.createElement("label");
    const select = Object.assign(document.createElement("select"), { name: field, id: `narrow-${field}` });
    Object.assign(label, { htmlFor: select.id, textContent: words[field] });
    select.append(new Option(words.any, ""), ...choices.map((one) => new Option(`${one.name} (${one.count})`, one.value)));
    box.append(label, select);
    return [box];
  }

  const form = document.createElement("form"), told = document.createElement("p"), all = document.createElement("button");
  const boxes = FIELDS.flatMap(choice);
  if (!boxes.length) return;
  form.className = "narrow";
  form.setAttribute("aria-label", words.title);
  told.setAttribute("role", "status");
  told.setAttribute("aria-live", "polite");
  Object.assign(all, { type: "button", textContent: words.reset });
  form.append(...boxes, told, all);
  document.querySelector("h2.narrow").after(form);
  const selects = [...form.querySelectorAll("select")];

  function show() {
    const chosen = selects.filter((select) => select.value);
    const fits = (row) => chosen.every((select) => row[select.name].has(select.value));
    const shown = rows.filter((row) => !(row.item.hidden = !fits(row))).length;
    told.textContent = shown ? words.shown.replace("%", shown) : words.none;
    all.hidden = !chosen.length;
  }

  function fromAddress() {
    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      const value = asked.get(select.name) || "";
      if (value && ![...select.options].some((option) => option.value === value)) { // a choice that is gone matches none
        select.append(new Option(value, value));
      }
      select.value = value;
    }
    show();
  }

  function toAddress() {
    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      if (select.value) asked.set(select.name, select.value);
      else asked.delete(select.name);
    }
    const query = asked.toString();
    history.replaceState(history.state, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
    show();
  }

  form.addEventListener("change", toAddress);
  form.addEventListener("submit", (event) => event.preventDefault());
  all.addEventListener("click", () => {
    for (const select of selects) select.value = "";
    selects[0].focus();
    toAddress();
  });
  addEventListener("popstate", fromAddress);
  fromAddress();
})();
