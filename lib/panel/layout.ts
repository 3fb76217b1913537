/** Where the nodes of the web stand in a box. Reckoned to the end before anything is drawn, so that nothing moves; the same web gives the same picture. */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';
import type { EntityId } from '../dataset/schema';
import type { Web } from './connections';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Steps of the reckoning: forces have come to rest by then. */
const STEPS = 300;
/** Rounds in which names that lie on one another are moved apart. */
const ROUNDS = 200;
/** Room for a name below its node, and at the edges, in CSS pixels. */
const ROOM = { top: 18, bottom: 34, side: 6, height: 40, apart: 34 };
/** Width of a letter of a name, on average, in CSS pixels; with some room to spare. */
const LETTER = 7.2;

/** A height in which a web of this size has room, for a width; both in CSS pixels. */
export const heightFor = ({ nodes }: Web, width: number): number =>
  Math.round(Math.min(900, Math.max(220, 120 + (nodes.length * ROOM.height * 230) / Math.max(230, width))));

interface Body extends SimulationNodeDatum {
  readonly entity: EntityId;
}

/** Spots by entity, in CSS pixels of a box of this size; each with its name is inside. */
export function layoutOf({ nodes, connections }: Web, width: number, height: number): ReadonlyMap<EntityId, Spot> {
  const bodies: Body[] = nodes.map(({ entity }) => ({ entity }));
  forceSimulation(bodies)
    .force(
      'links',
      forceLink<Body, { source: string; target: string; strength: number }>(connections.map((c) => ({ source: c.a, target: c.b, strength: c.strength })))
        .id((body) => body.entity)
        .distance(({ strength }) => 120 - 8 * Math.min(8, strength)),
    )
    .force('apart', forceManyBody().strength(-260).distanceMax(320))
    .force('room', forceCollide(ROOM.apart))
    .force('x', forceX(0).strength(0.06))
    .force('y', forceY(0).strength(0.09))
    .stop()
    .tick(STEPS);
  const xs = bodies.map((b) => b.x ?? 0);
  const ys = bodies.map((b) => b.y ?? 0);
  const x = scale(Math.min(...xs), Math.max(...xs), 44, width - 44);
  const y = scale(Math.min(...ys), Math.max(...ys), ROOM.top, height - ROOM.bottom);
  const boxes = bodies.map((b, i) => ({ x: x(b.x ?? 0), y: y(b.y ?? 0), width: widthOf(nodes[i]?.label ?? '') }));
  spread(boxes, width, height);
  return new Map(bodies.map((b, i) => [b.entity, { x: boxes[i]?.x ?? 0, y: boxes[i]?.y ?? 0 }]));
}

/** How wide a node is with its name, in CSS pixels. */
export const widthOf = (label: string): number => Math.max(24, label.length * LETTER);
/** How high a node is with its name. */
export const NODE_HEIGHT = ROOM.height;

interface Box {
  x: number;
  y: number;
  readonly width: number;
}

/** Moves boxes that overlap apart, the shorter way, and keeps them inside. */
function spread(boxes: readonly Box[], width: number, height: number): void {
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        const dx = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
        const dy = ROOM.height - Math.abs(a.y - b.y);
        if (dx <= 0 || dy <= 0) continue;
        moved = true;
        if (dy < dx) {
          const step = ((a.y <= b.y ? -1 : 1) * (dy + 1)) / 2;
          a.y += step;
          b.y -= step;
        } else {
          const step = ((a.x <= b.x ? -1 : 1) * (dx + 1)) / 2;
          a.x += step;
          b.x -= step;
        }
      }
    }
    for (const box of boxes) {
      const side = Math.min(width / 2, box.width / 2 + ROOM.side);
      box.x = Math.min(width - side, Math.max(side, box.x));
      box.y = Math.min(height - ROOM.bottom, Math.max(ROOM.top, box.y));
    }
    if (!moved) return;
  }
  settle(boxes, width, height);
}

/** Steps in which a free place is looked for, in CSS pixels. */
const GRID = 8;

/** What still lies on another, hemmed in by the edges, goes to the nearest free place; where there is none it stays. */
function settle(boxes: readonly Box[], width: number, height: number): void {
  const settled: Box[] = [];
  for (const box of [...boxes].sort((a, b) => a.y - b.y)) {
    const isFree = (x: number, y: number): boolean => settled.every((b) => Math.abs(b.x - x) >= (b.width + box.width) / 2 || Math.abs(b.y - y) >= ROOM.height);
    if (!isFree(box.x, box.y)) {
      const side = Math.min(width / 2, box.width / 2 + ROOM.side);
      let nearest = Number.POSITIVE_INFINITY;
      const { x: wantedX, y: wantedY } = box;
      for (let y = ROOM.top; y <= height - ROOM.bottom; y += GRID)
        for (let x = side; x <= width - side; x += GRID) {
          const way = Math.hypot(x - wantedX, y - wantedY);
          if (way >= nearest || !isFree(x, y)) continue;
          nearest = way;
          box.x = x;
          box.y = y;
        }
    }
    settled.push(box);
  }
}

/** From one stretch to the other; never larger than it is, and in the middle. */
function scale(low: number, high: number, from: number, to: number): (value: number) => number {
  const factor = high === low ? 0 : Math.min(1.4, (to - from) / (high - low));
  const middle = (low + high) / 2;
  return (value) => (from + to) / 2 + (value - middle) * factor;
}
