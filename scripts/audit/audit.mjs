#!/usr/bin/env node
// Audits a built site with the tools that the tests cannot carry: Lighthouse, the Nu HTML checker, html-validate.
//
//     node scripts/audit/audit.mjs [SITE] [REPORT]
//
// SITE is a built site (default `site/`), REPORT a folder for Lighthouse's reports (default none). Ends with 1 where a
// figure falls short. `make audit` installs what it needs; the checker needs Java and is skipped, aloud, without it.
// axe, links, overflow, search and requests to others are tests, which `make audit` runs too: see tests/browser/.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const BASE = '/repo/';
const RUNS = 3; // Lighthouse's figures move with what else the machine does: the middle one counts
const MOST = 60_000; // bytes of a topic page with all that its first view asks for, compressed
const LEAST = { performance: 97, accessibility: 100, 'best-practices': 100, seo: 100 };
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const CHROMES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']; // else chrome-launcher looks
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8' };
const site = fs.realpathSync(process.argv[2] ?? 'site');
const report = process.argv[3];
const failures = [];
const sent = new Map(); // path → bytes of the body, compressed

/** Every HTML file of the site, as paths relative to it. */
function pages(folder = '') {
  return fs.readdirSync(path.join(site, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? pages(name) : name.endsWith('.html') ? [name] : [];
  }).sort();
}

/** Serves the site as Pages does: under a folder, compressed, with its own 404 page. */
function serve() {
  const server = http.createServer((request, response) => {
    const place = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const inside = place.startsWith(BASE);
    let file = path.join(site, inside ? place.slice(BASE.length) : '404.html');
    if (fs.existsSync(file) && fs.statSync(file).isDirectory()) file = path.join(file, 'index.html');
    const found = inside && file.startsWith(site) && fs.existsSync(file);
    const body = zlib.gzipSync(fs.readFileSync(found ? file : path.join(site, '404.html')));
    if (found) sent.set(place, body.length);
    response.writeHead(found ? 200 : 404, { 'Content-Type': TYPES[path.extname(found ? file : '.html')] ?? 'application/octet-stream',
      'Content-Encoding': 'gzip', 'Content-Length': body.length, 'Cache-Control': 'max-age=600' });
    response.end(body);
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

function checkWithNu(files) {
  if (spawnSync('java', ['-version']).status !== 0) return console.log('nu html checker: SKIPPED, no java');
  const jar = require.resolve('vnu-jar/build/dist/vnu.jar');
  const run = spawnSync('java', ['-Xss4m', '-jar', jar, '--format', 'json', '--exit-zero-always', ...files.map((f) => path.join(site, f))],
    { encoding: 'utf8', maxBuffer: 1 << 28 });
  const errors = JSON.parse(run.stderr).messages.filter((m) => m.type === 'error');
  for (const e of errors.slice(0, 20)) failures.push(`nu: ${path.relative(site, e.url.replace('file:', ''))}:${e.lastLine}: ${e.message}`);
  console.log(`nu html checker: ${files.length} pages, ${errors.length} errors`);
}

async function checkWithHtmlValidate(files) {
  const { HtmlValidate } = await import('html-validate');
  const checker = new HtmlValidate({ extends: ['html-validate:standard'], root: true });
  let messages = 0;
  for (const file of files) {
    const result = await checker.validateString(fs.readFileSync(path.join(site, file), 'utf8'), file);
    for (const m of result.results.flatMap((r) => r.messages)) {
      messages += 1;
      if (messages <= 20) failures.push(`html-validate: ${file}:${m.line}: ${m.ruleId}: ${m.message}`);
    }
  }
  console.log(`html-validate: ${files.length} pages, ${messages} messages`);
}

/** Lighthouse's scores and the addresses that the page asked for. */
async function runLighthouse(address) {
  const { default: lighthouse } = await import('lighthouse');
  const { launch } = await import('chrome-launcher');
  const chrome = await launch({ chromePath: process.env.CHROME ?? CHROMES.find((place) => fs.existsSync(place)), chromeFlags: FLAGS, logLevel: 'silent' });
  try {
    const { lhr, report: html } = await lighthouse(address, { port: chrome.port, output: 'html', logLevel: 'silent', onlyCategories: Object.keys(LEAST) });
    const scores = Object.fromEntries(Object.entries(lhr.categories).map(([key, c]) => [key, Math.round((c.score ?? 0) * 100)]));
    return { scores, html, asked: lhr.audits['network-requests'].details.items.map((item) => new URL(item.url).pathname) };
  } finally {
    chrome.kill();
  }
}

async function checkPage(root, place) {
  const name = place || 'home';
  const runs = [];
  for (let i = 0; i < RUNS; i += 1) runs.push(await runLighthouse(root + place));
  const { scores, html, asked } = runs.sort((a, b) => a.scores.performance - b.scores.performance)[RUNS >> 1];
  console.log(`lighthouse, mobile, the middle of ${RUNS}: ${name}: ${JSON.stringify(scores)}`);
  for (const [key, least] of Object.entries(LEAST)) if (scores[key] < least) failures.push(`lighthouse: ${name}: ${key} ${scores[key]} < ${least}`);
  if (report) { fs.mkdirSync(report, { recursive: true }); fs.writeFileSync(path.join(report, `${name.replace(/\W+/g, '-')}.html`), html); }
  const weights = [...new Set(asked)].filter((p) => sent.has(p)).map((p) => [p, sent.get(p)]);
  const total = weights.reduce((sum, [, bytes]) => sum + bytes, 0);
  console.log(`weight, compressed: ${name}: ${total} bytes (${weights.map(([p, bytes]) => `${path.posix.basename(p)} ${bytes}`).join(', ')})`);
  if (place && total > MOST) failures.push(`weight: ${name}: ${total} > ${MOST} bytes`);
}

const files = pages();
checkWithNu(files);
await checkWithHtmlValidate(files);
const server = await serve();
const weight = (f) => fs.statSync(path.join(site, f)).size;
const topic = files.filter((f) => /^topics\/[^/]+\/index\.html$/.test(f)).sort((a, b) => weight(b) - weight(a))[0]?.replace('index.html', '');
for (const place of ['', topic].filter((p) => p !== undefined)) {
  await checkPage(`http://127.0.0.1:${server.address().port}${BASE}`, place);
}
server.close();
for (const failure of failures) console.error(failure);
process.exit(failures.length ? 1 : 0);
