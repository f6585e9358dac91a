/* SPDX-License-Identifier: GPL-3.0-or-later */
// Weighted Visvalingam: a point's weight is the area its triangle would take from the drawing, more where the line
// bends sharply. Ends of arcs stay, so that neighbours go on sharing their border at every level.

const KM_PER_DEGREE = 111.32;
const SHARPNESS = 0.7; // Mapshaper's default weighting

function toKilometres(points, ids) {
  return ids.map((id) => {
    const lat = points.lat[id];
    return [points.lon[id] * Math.cos((lat * Math.PI) / 180) * KM_PER_DEGREE, lat * KM_PER_DEGREE];
  });
}

function triangleWeight(a, b, c) {
  const abX = b[0] - a[0], abY = b[1] - a[1];
  const bcX = c[0] - b[0], bcY = c[1] - b[1];
  const area = Math.abs(abX * bcY - abY * bcX) / 2;
  const lengths = Math.hypot(abX, abY) * Math.hypot(bcX, bcY);
  const cosine = lengths > 0 ? -(abX * bcX + abY * bcY) / lengths : 0;
  return area * (1 + SHARPNESS * cosine);
}

class Heap {
  #items = [];

  get size() {
    return this.#items.length;
  }

  push(item) {
    const items = this.#items;
    let i = items.length;
    items.push(item);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (items[parent].weight <= item.weight)
        break;
      items[i] = items[parent];
      i = parent;
    }
    items[i] = item;
  }

  pop() {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (items.length === 0)
      return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= items.length)
        break;
      if (child + 1 < items.length && items[child + 1].weight < items[child].weight)
        child++;
      if (items[child].weight >= last.weight)
        break;
      items[i] = items[child];
      i = child;
    }
    items[i] = last;
    return top;
  }
}

/** The weight in km² at which each point of an arc goes; Infinity for its ends. */
export function weigh(points, ids) {
  const km = toKilometres(points, ids);
  const n = ids.length;
  const weights = new Float64Array(n).fill(Infinity);
  const before = Int32Array.from({ length: n }, (_, i) => i - 1);
  const after = Int32Array.from({ length: n }, (_, i) => i + 1);
  const current = new Float64Array(n).fill(Infinity);
  const heap = new Heap();
  const weighAt = (i) => {
    current[i] = triangleWeight(km[before[i]], km[i], km[after[i]]);
    heap.push({ i, weight: current[i] });
  };

  for (let i = 1; i < n - 1; i++)
    weighAt(i);
  let most = 0;
  while (heap.size > 0) {
    const { i, weight } = heap.pop();
    if (weights[i] !== Infinity || weight !== current[i])
      continue; // taken already, or weighed anew since
    most = Math.max(most, weight);
    weights[i] = most;
    after[before[i]] = after[i];
    before[after[i]] = before[i];
    for (const neighbour of [before[i], after[i]])
      if (neighbour > 0 && neighbour < n - 1)
        weighAt(neighbour);
  }
  return weights;
}

/** The ids to keep at a tolerance, and at least `least` inner points of a long enough arc. */
export function keep(ids, weights, tolerance, least) {
  let limit = tolerance;
  const inner = [...weights.slice(1, -1)].sort((a, b) => b - a);
  if (inner.length > 0 && least > 0)
    limit = Math.min(limit, inner[Math.min(least, inner.length) - 1]);
  return ids.filter((_, i) => weights[i] >= limit);
}

/** Area of a ring of [lon, lat] in km². */
export function ringArea(ring) {
  let sum = 0;
  let latitudes = 0;
  for (let i = 0; i < ring.length; i++) {
    const [x, y] = ring[i];
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    sum += x * nextY - nextX * y;
    latitudes += y;
  }
  const cosine = Math.cos(((latitudes / ring.length) * Math.PI) / 180);
  return (Math.abs(sum) / 2) * cosine * KM_PER_DEGREE * KM_PER_DEGREE;
}

function distanceToEdge([x, y], [ax, ay], [bx, by]) {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const t = length > 0 ? Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) : 0;
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

/** Inside an outline: how far from it; outside: negative. */
function depth(point, ring) {
  let inside = false;
  let nearest = Infinity;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[j];
    if (ay > point[1] !== by > point[1] && point[0] < ((bx - ax) * (point[1] - ay)) / (by - ay) + ax)
      inside = !inside;
    nearest = Math.min(nearest, distanceToEdge(point, ring[i], ring[j]));
  }
  return inside ? nearest : -nearest;
}

/** Where a name stands best: the point of a ring of [lon, lat] that is furthest from its outline. */
export function labelPoint(ring) {
  const middle = ring.reduce((sum, [, lat]) => sum + lat, 0) / ring.length;
  const cosine = Math.cos((middle * Math.PI) / 180);
  const flat = ring.map(([lon, lat]) => [lon * cosine, lat]);
  let [west, south] = flat.reduce(([x, y], p) => [Math.min(x, p[0]), Math.min(y, p[1])], [Infinity, Infinity]);
  let [east, north] = flat.reduce(([x, y], p) => [Math.max(x, p[0]), Math.max(y, p[1])], [-Infinity, -Infinity]);
  let best = { depth: -Infinity, point: flat[0] };
  const STEPS = 16;
  for (let round = 0; round < 4; round++) {
    const width = (east - west) / STEPS;
    const height = (north - south) / STEPS;
    for (let i = 0; i <= STEPS; i++)
      for (let j = 0; j <= STEPS; j++) {
        const point = [west + i * width, south + j * height];
        const here = depth(point, flat);
        if (here > best.depth)
          best = { depth: here, point };
      }
    [west, east] = [best.point[0] - 1.5 * width, best.point[0] + 1.5 * width];
    [south, north] = [best.point[1] - 1.5 * height, best.point[1] + 1.5 * height];
  }
  return [best.point[0] / cosine, best.point[1]];
}
