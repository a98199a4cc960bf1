// Checks the files of formattest with the formats' own tools: node check.mjs DIR.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { expect, finish } from './count.mjs';

const require = createRequire(import.meta.url);
const CSL = require('citeproc');
const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-bibtex');
const { check: checkGeoJSON } = require('@placemarkio/check-geojson');
const styles = require('@citation-js/plugin-csl/lib/styles.json');
const locales = require('@citation-js/plugin-csl/lib/locales.json');

// Every source is rendered in two styles, with its title and its address.
function citeproc(name, items) {
  const byID = new Map(items.map((i) => [i.id, i]));
  for (const style of ['apa', 'vancouver']) {
    const sys = { retrieveLocale: (tag) => locales[tag] || locales['en-US'], retrieveItem: (id) => byID.get(id) };
    const engine = new CSL.Engine(sys, styles[style]);
    engine.setOutputFormat('text');
    engine.updateItems(items.map((i) => i.id));
    const [about, entries] = engine.makeBibliography();
    expect(about.bibliography_errors.length === 0, name, style, about.bibliography_errors);
    expect(entries.length === items.length, name, style, entries.length, 'entries of', items.length);
    const ids = about.entry_ids.map((list) => list[0]);
    entries.forEach((text, n) => {
      const item = byID.get(ids[n]);
      // A style may shorten a title, turn its quotation marks and leave out an address where there is a DOI.
      const letters = (s) => (s || '').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
      expect(letters(text).includes(letters(item.title)), name, style, 'no title', item.id, text);
      if (item.URL && !item.DOI) expect(text.includes(item.URL), name, style, 'no address', item.id, text);
    });
  }
}

// The BibTeX parser finds the same sources.
function bibtex(name, text, items) {
  const entries = new Map((text.trim() ? new Cite(text).data : []).map((e) => [e.id, e]));
  expect(entries.size === items.length, name, 'BibTeX:', entries.size, 'entries of', items.length);
  for (const item of items) {
    const e = entries.get(item.id) || {};
    expect((e.title || '') === (item.title || ''), name, 'BibTeX: title', item.id, e.title, item.title);
    expect(Boolean(e.URL) === Boolean(item.URL), name, 'BibTeX: address', item.id, e.URL, item.URL);
    const date = (i) => i.issued && !i.issued.season && JSON.stringify(i.issued['date-parts']);
    if (date(item)) expect(date(e) === date(item), name, 'BibTeX: date', item.id, date(e), date(item));
    expect((e.author || []).length === (item.author || []).length, name, 'BibTeX: authors', item.id, e.author);
  }
}

function geojson(name, text) {
  try {
    const collection = checkGeoJSON(text);
    expect(collection.type === 'FeatureCollection', name, 'GeoJSON:', collection.type);
  } catch (e) {
    expect(false, name, 'GeoJSON:', e.message);
  }
}

const dir = process.argv[2];
for (const name of fs.readdirSync(dir)) {
  const read = (file) => fs.readFileSync(path.join(dir, name, file), 'utf8');
  const items = JSON.parse(read('sources.csl.json'));
  citeproc(name, items);
  bibtex(name, read('sources.bib'), items);
  geojson(name, read('places.geojson'));
}
finish();
