/* SPDX-License-Identifier: GPL-3.0-or-later */
// From polygons that repeat their borders to units that share arcs.
//
// Points are integers of 1e-5 degree, so that a border drawn twice from the same survey is the same points twice. Rings
// run clockwise round what they hold and counter-clockwise round holes, as the source draws them: a border of two
// units is therefore walked once each way, and an edge walked both ways by one unit lies inside it and goes.

const PER_DEGREE = 1e5;
const KEY_HEIGHT = 4e7; // more than the 180 degrees a key has to hold

export class Points {
  #index = new Map();
  lon = [];
  lat = [];

  id([lon, lat]) {
    const x = Math.round((lon + 180) * PER_DEGREE);
    const y = Math.round((lat + 90) * PER_DEGREE);
    const key = x * KEY_HEIGHT + y;
    let id = this.#index.get(key);
    if (id === undefined) {
      id = this.lon.length;
      this.#index.set(key, id);
      this.lon.push(x / PER_DEGREE - 180);
      this.lat.push(y / PER_DEGREE - 90);
    }
    return id;
  }
}

function signedArea(points, ring) {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i];
    const b = ring[(i + 1) % ring.length];
    sum += points.lon[a] * points.lat[b] - points.lon[b] * points.lat[a];
  }
  return sum / 2;
}

/** A ring of ids without repetitions, clockwise (holes: counter-clockwise). */
function ringIds(points, ring, isHole) {
  const ids = [];
  for (const point of ring) {
    const id = points.id(point);
    if (id !== ids[ids.length - 1])
      ids.push(id);
  }
  while (ids.length > 1 && ids[0] === ids[ids.length - 1])
    ids.pop();
  if (signedArea(points, ids) > 0 !== isHole)
    ids.reverse();
  return ids;
}

const edgeKey = (a, b) => a * 0x800000 + b;

/** Directed edges of all units; what a unit walks both ways is inside it and left out. */
function outlineEdges(points, polygons) {
  const owner = new Map();
  for (const { unit, rings } of polygons)
    rings.forEach((ring, i) => {
      const ids = ringIds(points, ring, i > 0);
      if (ids.length < 3)
        return;
      ids.forEach((a, k) => {
        const b = ids[(k + 1) % ids.length];
        const back = edgeKey(b, a);
        if (owner.get(back) === unit)
          owner.delete(back);
        else
          owner.set(edgeKey(a, b), unit);
      });
    });
  return owner;
}

function turn(points, a, b, c) {
  const inX = points.lon[b] - points.lon[a];
  const inY = points.lat[b] - points.lat[a];
  const outX = points.lon[c] - points.lon[b];
  const outY = points.lat[c] - points.lat[b];
  return Math.atan2(inX * outY - inY * outX, inX * outX + inY * outY);
}

/** Closes the edges of one unit to rings; where several go on, the sharpest turn to the right keeps rings simple. */
function closeRings(points, edges) {
  const next = new Map();
  for (const [a, b] of edges) {
    if (!next.has(a))
      next.set(a, []);
    next.get(a).push(b);
  }
  const rings = [];
  for (const start of next.keys())
    while (next.get(start).length > 0) {
      const ring = [start];
      let at = next.get(start).pop();
      while (at !== start) {
        const ways = next.get(at);
        if (ways === undefined || ways.length === 0)
          break;
        const from = ring[ring.length - 1];
        let best = 0;
        for (let i = 1; i < ways.length; i++)
          if (turn(points, from, at, ways[i]) < turn(points, from, at, ways[best]))
            best = i;
        ring.push(at);
        at = ways.splice(best, 1)[0];
      }
      if (at === start && ring.length > 2)
        rings.push(ring);
    }
  return rings;
}

function ringsByUnit(points, owner) {
  const edges = new Map();
  for (const [key, unit] of owner) {
    const a = Math.floor(key / 0x800000);
    if (!edges.has(unit))
      edges.set(unit, []);
    edges.get(unit).push([a, key - a * 0x800000]);
  }
  const rings = new Map();
  for (const [unit, list] of edges)
    rings.set(unit, closeRings(points, list));
  return rings;
}

/** Points at which an arc must end: more or fewer than two edges meet, or the two part different things. */
function findJunctions(rings, kindOf) {
  const first = new Map();
  const junctions = new Set();
  for (const list of rings.values())
    for (const ring of list)
      ring.forEach((at, i) => {
        const before = ring[(i + ring.length - 1) % ring.length];
        const after = ring[(i + 1) % ring.length];
        const [low, high] = before < after ? [before, after] : [after, before];
        const pass = first.get(at);
        if (pass === undefined)
          first.set(at, [low, high]);
        else if (pass[0] !== low || pass[1] !== high)
          junctions.add(at);
        if (kindOf(before, at) !== kindOf(at, after))
          junctions.add(at);
      });
  return junctions;
}

function startOf(ring, junctions) {
  let start = ring.findIndex((id) => junctions.has(id));
  if (start < 0)
    start = ring.indexOf(ring.reduce((a, b) => Math.min(a, b)));
  return [...ring.slice(start), ...ring.slice(0, start)];
}

/**
 * @param polygons [{unit, rings}], rings of [lon, lat]
 * @param isDisputed (unitA, unitB or undefined, lon, lat) of the middle of an edge
 * @returns {points, arcs: [{ids, disputed, units}], units: Map unit -> rings of {arc, reversed}}
 */
export function buildTopology(polygons, isDisputed) {
  const points = new Points();
  const owner = outlineEdges(points, polygons);
  const rings = ringsByUnit(points, owner);
  const kind = new Map();
  const kindOf = (a, b) => {
    const key = a < b ? edgeKey(a, b) : edgeKey(b, a);
    let value = kind.get(key);
    if (value === undefined) {
      const one = owner.get(edgeKey(a, b));
      const other = owner.get(edgeKey(b, a));
      const lon = (points.lon[a] + points.lon[b]) / 2;
      const lat = (points.lat[a] + points.lat[b]) / 2;
      value = isDisputed(one, other, lon, lat);
      kind.set(key, value);
    }
    return value;
  };
  const junctions = findJunctions(rings, kindOf);
  const arcs = [];
  const byFirstEdge = new Map();
  const units = new Map();

  const arcOf = (ids) => {
    const known = byFirstEdge.get(edgeKey(ids[0], ids[1]));
    if (known !== undefined)
      return known;
    const units_ = [owner.get(edgeKey(ids[0], ids[1])), owner.get(edgeKey(ids[1], ids[0]))];
    arcs.push({ ids, disputed: kindOf(ids[0], ids[1]), units: units_ });
    const last = ids.length - 1;
    byFirstEdge.set(edgeKey(ids[last], ids[last - 1]), { arc: arcs.length - 1, reversed: true });
    byFirstEdge.set(edgeKey(ids[0], ids[1]), { arc: arcs.length - 1, reversed: false });
    return { arc: arcs.length - 1, reversed: false };
  };

  for (const [unit, list] of rings)
    units.set(unit, list.map((unrolled) => {
      const ring = startOf(unrolled, junctions);
      const refs = [];
      let from = 0;
      for (let i = 1; i <= ring.length; i++)
        if (i === ring.length || junctions.has(ring[i])) {
          refs.push(arcOf([...ring.slice(from, i), ring[i % ring.length]]));
          from = i;
        }
      return refs;
    }));
  return { points, arcs, units };
}
