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
/** Room for a name below its node, and at the edges, in CSS pixels. */
const ROOM = { side: 44, top: 18, bottom: 34, apart: 34 };

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
  const x = scale(Math.min(...xs), Math.max(...xs), ROOM.side, width - ROOM.side);
  const y = scale(Math.min(...ys), Math.max(...ys), ROOM.top, height - ROOM.bottom);
  return new Map(bodies.map((b) => [b.entity, { x: x(b.x ?? 0), y: y(b.y ?? 0) }]));
}

/** From one stretch to the other; never larger than it is, and in the middle. */
function scale(low: number, high: number, from: number, to: number): (value: number) => number {
  const factor = high === low ? 0 : Math.min(1.4, (to - from) / (high - low));
  const middle = (low + high) / 2;
  return (value) => (from + to) / 2 + (value - middle) * factor;
}
