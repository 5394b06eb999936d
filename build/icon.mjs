/** Draws the app's icon, two bars that hand over to each other, into build/resources/icon.png. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const SIZE = 512;
/** [left, top, right, bottom, corner radius, colour], later ones on top. @type {readonly (readonly number[])[]} */
const SHAPES = [
  [16, 16, 496, 496, 104, 0x1d3a5f],
  [104, 168, 304, 236, 12, 0x56b4e9],
  [208, 276, 408, 344, 12, 0xe69f00],
  [236, 168, 304, 344, 12, 0xffffff],
];
/** Samples a side of each pixel: smooth edges. */
const SAMPLES = 4;

/** @param {number} x @param {number} y @param {readonly number[]} shape */
function covers(x, y, [left = 0, top = 0, right = 0, bottom = 0, radius = 0]) {
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
}

/** Red, green, blue and opacity of a pixel. @param {number} column @param {number} row */
function pixel(column, row) {
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const x = column + ((sample % SAMPLES) + 0.5) / SAMPLES;
    const y = row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
    const colour = SHAPES.findLast((shape) => covers(x, y, shape))?.[5];
    if (colour === undefined) continue;
    [colour >> 16, (colour >> 8) & 255, colour & 255, 255].forEach((part, index) => {
      sum[index] = (sum[index] ?? 0) + part;
    });
  }
  const [red = 0, green = 0, blue = 0, opacity = 0] = sum;
  const inside = Math.max(1, opacity / 255);
  return [red / inside, green / inside, blue / inside, opacity / SAMPLES ** 2].map(Math.round);
}

/** A part of a PNG file. @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const rows = Buffer.alloc((SIZE * 4 + 1) * SIZE);
for (let row = 0; row < SIZE; row++) {
  for (let column = 0; column < SIZE; column++) {
    rows.set(pixel(column, row), row * (SIZE * 4 + 1) + 1 + column * 4);
  }
}
const header = Buffer.from([
  0,
  0,
  SIZE >> 8,
  SIZE & 255,
  0,
  0,
  SIZE >> 8,
  SIZE & 255,
  8,
  6,
  0,
  0,
  0,
]);
const folder = join(import.meta.dirname, 'resources');
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'icon.png'),
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);
