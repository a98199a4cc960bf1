// Checks the graphs of formattest with readers of their formats: node check_graphs.mjs DIR.
// Graphviz has written ties.dot.json beside each ties.dot.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { expect, finish } from './count.mjs';

const require = createRequire(import.meta.url);
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('<!doctype html>');
for (const name of ['DOMParser', 'Document', 'Element', 'HTMLElement', 'Node', 'DocumentFragment', 'SVGElement']) {
  globalThis[name] = window[name];
}
Object.assign(globalThis, { window, document: window.document });
const { MultiUndirectedGraph } = require('graphology');
const graphml = require('graphology-graphml');
const gexf = require('graphology-gexf');
const mermaid = (await import('mermaid')).default;
mermaid.initialize({ startOnLoad: false, maxEdges: 100000, maxTextSize: 10000000 });

function same(want, got, ...what) {
  const [a, b] = [JSON.stringify(want), JSON.stringify(got)];
  expect(a === b, ...what, '\n  want', a.slice(0, 2000), '\n  got ', b.slice(0, 2000));
}

// A label of Graphviz and Mermaid is on one line.
// Graphviz cannot tell a backslash before a quotation mark, or at the end, from two.
const slashes = (s) => s.replace(/\\+(?="|$)/g, (x) => '\\'.repeat(x.length + (x.length % 2)));
const line = (s) => s.replace(/[\u0000- \u007F-\u009F\u2028\u2029]+/g, ' ').trim();
const columns = ['kind', 'scope', 'headline', 'weight', 'records'];
const sorted = (list) => list.map((x) => JSON.stringify(x)).sort();

// What the readers find, in one form.
function graphology(g) {
  return {
    nodes: sorted(g.mapNodes((id, a) => [id, a.label, a.kind, a['name.ru'] || ''])),
    edges: sorted(g.mapEdges((_, a, source, target) => [source, target, ...columns.map((c) => String(a[c]))])),
  };
}

// What Graphviz read, as it wrote it again.
function graphviz(text) {
  const g = JSON.parse(text);
  const nodes = g.objects || [];
  const entities = (s) => s.replaceAll('&amp;', '&').replaceAll('\\\\', '\\').replaceAll('\\"', '"');
  return {
    nodes: sorted(nodes.map((n) => [n.name, entities(n.label), n.kind, n['name.ru'] || ''])),
    edges: sorted((g.edges || []).map((e) => [nodes[e.tail].name, nodes[e.head].name, ...columns.map((c) => e[c])])),
  };
}

const dir = process.argv[2];
for (const name of fs.readdirSync(dir)) {
  const read = (file) => fs.readFileSync(path.join(dir, name, file), 'utf8');
  const g = graphml.parse(MultiUndirectedGraph, read('ties.graphml'));
  const want = graphology(g);
  const dated = gexf.parse(MultiUndirectedGraph, read('ties.gexf'), { allowUndeclaredAttributes: false });
  same(want, graphology(dated), name, 'GEXF');
  const nodes = g.mapNodes((id, a) => [id, line(a.label), a.kind, slashes(line(a['name.ru'] || ''))]);
  same({ nodes: sorted(nodes), edges: want.edges }, graphviz(read('ties.dot.json')), name, 'DOT');

  const { db } = await mermaid.mermaidAPI.getDiagramFromText(read('ties.mmd'));
  // Mermaid keeps entities in this form until it draws.
  const label = (s) => s.replace(/ﬂ°°(\d+)¶ß/g, (_, n) => String.fromCodePoint(n));
  const labels = [...db.getVertices().values()].map((v) => label(v.text));
  same(g.mapNodes((_, a) => line(a.label)), labels, name, 'Mermaid: nodes');
  const ties = new Map();
  g.forEachEdge((_, a, source, target) => {
    const pair = `${source} ${target}`;
    ties.set(pair, (ties.get(pair) || 0) + Number(a.weight));
  });
  const ids = new Map([...db.getVertices().keys()].map((id, i) => [id, g.nodes()[i]]));
  const drawn = db.getEdges().map((e) => [
    `${ids.get(e.start)} ${ids.get(e.end)}`, e.text.split(', ').reduce((n, part) => n + parseInt(part, 10), 0),
  ]);
  same([...ties].sort(), drawn.sort(), name, 'Mermaid: edges');
  console.log(`${name}: ${g.order} nodes, ${g.size} edges`);
}
finish();
