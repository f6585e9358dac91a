/* SPDX-License-Identifier: GPL-3.0-or-later */
// The blob that app/geography/bayan-map-geometry.c reads; its layout is described in README.md.

class Writer {
  #bytes = [];

  uint32(value) {
    for (let shift = 0; shift < 32; shift += 8)
      this.#bytes.push((value >>> shift) & 0xff);
  }

  varint(value) {
    while (value >= 0x80) {
      this.#bytes.push((value & 0x7f) | 0x80);
      value >>>= 7;
    }
    this.#bytes.push(value);
  }

  zigzag(value) {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  line(points) {
    let [x, y] = [0, 0];
    for (const [nextX, nextY] of points) {
      this.zigzag(nextX - x);
      this.zigzag(nextY - y);
      [x, y] = [nextX, nextY];
    }
  }

  /** FNV-1a, 32 bits, over all before it. */
  seal() {
    let hash = 0x811c9dc5;
    for (const byte of this.#bytes)
      hash = Math.imul(hash ^ byte, 0x01000193);
    this.uint32(hash >>> 0);
    return Uint8Array.from(this.#bytes);
  }
}

/**
 * @param perDegree steps of the grid in a degree
 * @param arcs [{line: [[lon, lat]], disputed}]
 * @param units for each unit, its rings of {arc, reversed}
 * @param lines [[[lon, lat]]] that are no unit's border
 */
export function pack(perDegree, arcs, units, lines) {
  const writer = new Writer();
  const toGrid = (line) => line.map(([lon, lat]) => [Math.round((lon + 180) * perDegree), Math.round((lat + 90) * perDegree)]);
  for (const char of 'BYM1')
    writer.varint(char.charCodeAt(0));
  for (const value of [perDegree, arcs.length, units.length, lines.length])
    writer.uint32(value);
  for (const { line, disputed } of arcs) {
    writer.varint((line.length << 1) | (disputed ? 1 : 0));
    writer.line(toGrid(line));
  }
  for (const rings of units) {
    writer.varint(rings.length);
    for (const ring of rings) {
      writer.varint(ring.length);
      for (const { arc, reversed } of ring)
        writer.varint((arc << 1) | (reversed ? 1 : 0));
    }
  }
  for (const line of lines) {
    writer.varint(line.length);
    writer.line(toGrid(line));
  }
  return writer.seal();
}
