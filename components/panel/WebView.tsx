/** Who is connected with whom: a drawing whose nodes can be walked by keyboard, and the same as a list with the reasons. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { EntityId } from '@/lib/dataset/schema';
import type { Connection, Web } from '@/lib/panel/connections';
import { heightFor, layoutOf } from '@/lib/panel/layout';
import { language, say, sayCount } from '../words';
import { sayReason } from './reasons';

export interface WebViewProps {
  readonly web: Web;
  onGo(entity: EntityId): void;
}

const SHORT = 12;

export function WebView({ web, onGo }: WebViewProps) {
  const [chosen, choose] = useState<EntityId>();
  const [whole, showWhole] = useState(false);
  const names = useMemo(() => new Map(web.nodes.map((n) => [n.entity, n.name])), [web]);
  const own = chosen !== undefined && names.has(chosen) ? chosen : undefined;
  const wanted = own === undefined ? web.connections : web.connections.filter((c) => c.a === own || c.b === own);
  const listed = whole || own !== undefined ? wanted : wanted.slice(0, SHORT);
  if (web.connections.length === 0) return <p>{say('panel.noConnections')}</p>;
  return (
    <section class="web" aria-label={say('panel.web')}>
      <Drawing web={web} chosen={own} onChoose={(entity) => choose(entity === own ? undefined : entity)} />
      <p class="soft small">{say('panel.webHow')}</p>
      {own !== undefined && (
        <div class="row">
          <strong>{names.get(own)}</strong>
          <button type="button" onClick={() => onGo(own)}>
            {say('panel.toMention')}
          </button>
          <button type="button" onClick={() => choose(undefined)}>
            {say('explorer.showAll', web.connections.length.toLocaleString(language()))}
          </button>
        </div>
      )}
      <ul class="connections">
        {listed.map(({ a, b, reasons }) => (
          <li key={`${a} ${b}`}>
            <span class="pair">
              <button type="button" class="name" onClick={() => onGo(a)}>
                {names.get(a)}
              </button>
              <span aria-hidden="true">–</span>
              <button type="button" class="name" onClick={() => onGo(b)}>
                {names.get(b)}
              </button>
            </span>
            <span class="soft small">{reasons.map(sayReason).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {listed.length < wanted.length && (
        <button type="button" onClick={() => showWhole(true)}>
          {say('explorer.showAll', wanted.length.toLocaleString(language()))}
        </button>
      )}
    </section>
  );
}

/** Lines drawn at most: of more than this nobody can follow one. */
const MOST_LINES = 60;

function Drawing({ web, chosen, onChoose }: { readonly web: Web; readonly chosen: EntityId | undefined; onChoose(entity: EntityId): void }) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(320);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    setWidth(element.clientWidth);
    const resized = new ResizeObserver(() => setWidth(element.clientWidth));
    resized.observe(element);
    return () => resized.disconnect();
  }, []);
  const height = heightFor(web, width);
  const spots = useMemo(() => layoutOf(web, width, height), [web, width, height]);
  const [current, setCurrent] = useState(0);
  const tabStop = Math.min(current, web.nodes.length - 1);
  const nodes = useRef<(SVGGElement | null)[]>([]);
  const touches = (c: Connection) => chosen === undefined || c.a === chosen || c.b === chosen;
  const near = new Set(web.connections.filter(touches).flatMap((c) => [c.a, c.b]));

  const onKeyDown = (event: KeyboardEvent, i: number, entity: EntityId) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? web.nodes.length - 1 : step && (i + step + web.nodes.length) % web.nodes.length;
    if (event.key === 'Enter' || event.key === ' ') onChoose(entity);
    else if (to === undefined) return;
    else nodes.current[to]?.focus();
    event.preventDefault();
  };

  return (
    <div ref={frame} class="drawing">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold a drawing. */}
      <svg width={width} height={height} role="group" aria-label={say('panel.webLabel')}>
        {web.connections
          .slice(0, MOST_LINES)
          .reverse()
          .map((c) => {
            const a = spots.get(c.a);
            const b = spots.get(c.b);
            return (
              a &&
              b && <line key={`${c.a} ${c.b}`} x1={a.x} y1={a.y} x2={b.x} y2={b.y} stroke-width={Math.min(6, 0.75 + c.strength / 2)} data-dim={!touches(c)} />
            );
          })}
        {web.nodes.map(({ entity, name, label, kind, count }, i) => {
          const spot = spots.get(entity);
          const connected = web.connections.filter((c) => c.a === entity || c.b === entity).length;
          return (
            spot && (
              // biome-ignore lint/a11y/useSemanticElements: an SVG has no button.
              <g
                key={entity}
                ref={(element) => {
                  nodes.current[i] = element;
                }}
                role="button"
                tabIndex={i === tabStop ? 0 : -1}
                aria-pressed={entity === chosen}
                aria-label={`${name.includes(label) ? name : `${label}: ${name}`}, ${sayCount('panel.connections', connected)}`}
                transform={`translate(${spot.x.toFixed(1)} ${spot.y.toFixed(1)})`}
                data-kind={kind}
                data-dim={!near.has(entity)}
                onClick={() => onChoose(entity)}
                onFocus={() => setCurrent(i)}
                onKeyDown={(event) => onKeyDown(event, i, entity)}
              >
                <title>{name}</title>
                <circle class="reach" r="16" />
                <circle class="dot" r={Math.min(11, 5 + Math.sqrt(count) * 1.5)} />
                <text y="24" text-anchor="middle">
                  {label}
                </text>
              </g>
            )
          );
        })}
      </svg>
    </div>
  );
}
