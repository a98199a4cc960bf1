// Checks the tables, Popolo and FollowTheMoney files of formattest: node check_entities.mjs DIR.
// The schema of Popolo is our own; the others come with the formats' packages.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { expect, finish } from './count.mjs';

const require = createRequire(import.meta.url);
const Ajv = require('ajv');
const formats = require('ajv-formats');
const { Package } = require('datapackage');
const { Model, defaultModel } = require('@opensanctions/followthemoney');

// The descriptor obeys the schema of Frictionless Data, and each table what the
// descriptor says: types, keys, and what refers to another table.
async function tables(name, folder) {
  const p = await Package.load(path.join(folder, 'datapackage.json'), { basePath: folder });
  expect(p.valid, name, 'datapackage.json:', p.errors.map((e) => e.message));
  for (const resource of p.resources) {
    try {
      const rows = await resource.read({ keyed: true, relations: true });
      expect(rows.length > 0 || resource.name === 'pairs', name, resource.name, 'no rows');
    } catch (e) {
      expect(false, name, resource.name, e.message, (e.errors || []).slice(0, 3).map((x) => x.message));
    }
  }
}

const ajv = new Ajv({ allErrors: true });
formats(ajv);
const schema = ajv.compile(JSON.parse(fs.readFileSync('popolo.schema.json', 'utf8')));
function popolo(name, file) {
  expect(schema(file), name, 'Popolo:', ajv.errorsText(schema.errors?.slice(0, 5)));
  const ids = (section) => new Set((file[section] || []).map((x) => x.id));
  const [persons, organizations] = [ids('persons'), ids('organizations')];
  expect(persons.size === (file.persons || []).length, name, 'Popolo: two persons with one ID');
  expect(organizations.size === (file.organizations || []).length, name, 'Popolo: two organizations with one ID');
  for (const m of file.memberships || []) {
    expect(persons.has(m.person_id), name, 'Popolo: a membership of nobody', m);
    expect(!m.organization_id || organizations.has(m.organization_id), name, 'Popolo: a membership in nothing', m);
  }
  for (const o of file.organizations || []) {
    expect(!o.parent_id || organizations.has(o.parent_id), name, 'Popolo: parent', o);
  }
}

// The model refuses schemata and properties that it does not have.
const model = new Model(defaultModel);
function followTheMoney(name, lines) {
  const ids = new Set();
  const entities = [];
  for (const text of lines) {
    const raw = JSON.parse(text);
    // What a record has beyond its members is kept, and only FollowTheMoney's own
    // is FollowTheMoney.
    if (name === 'every-member') {
      const known = model.getSchema(raw.schema).getProperties();
      for (const property of Object.keys(raw.properties)) if (!known.has(property)) delete raw.properties[property];
    }
    try {
      const entity = model.getEntity(raw);
      expect(!entity.schema.abstract, name, 'an abstract schema', text);
      expect(!ids.has(raw.id), name, 'an ID that another has', text);
      ids.add(raw.id);
      entities.push(entity);
      for (const required of entity.schema.required || []) {
        if (required === 'name' && raw.schema === 'Event') continue; // a meeting may have none
        expect(entity.getProperty(required).length > 0, name, `no ${required}`, text);
      }
    } catch (e) {
      expect(false, name, e.message, text);
    }
  }
  for (const entity of entities) {
    for (const property of entity.getProperties()) {
      const values = entity.getProperty(property);
      expect(values.length > 0, name, entity.id, property.name, 'without a value');
      if (property.type.name === 'entity') {
        for (const v of values) expect(ids.has(v.id || v), name, entity.id, property.name, 'refers to nothing', v);
      } else if (property.type.name === 'date') {
        for (const v of values) expect(/^\d{4}(-\d\d){0,2}(T.*)?$/.test(v), name, entity.id, property.name, v);
      } else if (property.type.name === 'country') {
        for (const v of values) expect(property.type.values.has(v), name, entity.id, property.name, v);
      }
    }
  }
  return entities.length;
}

const dir = process.argv[2];
for (const name of fs.readdirSync(dir)) {
  const read = (file) => fs.readFileSync(path.join(dir, name, file), 'utf8');
  await tables(name, path.join(dir, name, 'tables'));
  popolo(name, JSON.parse(read('popolo.json')));
  const n = followTheMoney(name, read('entities.ftm').split('\n').filter(Boolean));
  console.log(`${name}: ${n} entities`);
}
finish();
