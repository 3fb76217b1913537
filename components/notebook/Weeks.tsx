/** How many clips each week: bars, and the same as a table. */
import type { Week } from '@/lib/notebook/weeks';
import { sayDate } from '../dates';
import { language, say, sayCount } from '../words';

const HEIGHT = 72;

export function Weeks({ weeks }: { readonly weeks: readonly Week[] }) {
  const most = Math.max(1, ...weeks.map((w) => w.clips));
  const first = weeks[0];
  const last = weeks.at(-1);
  if (!first || !last) return null;
  const peak = weeks.find((w) => w.clips === most) ?? first;
  const total = weeks.reduce((sum, w) => sum + w.clips, 0);
  const width = 100 / weeks.length;
  const said = `${sayCount('notebook.weeks.total', total, sayDate(first.start))} ${sayCount('notebook.weeks.most', most, sayDate(peak.start))}`;
  return (
    <section class="part weeks">
      <h2>{say('notebook.weeks.heading')}</h2>
      <svg role="img" aria-label={said} height={HEIGHT} width="100%">
        <line x1="0" x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
        {weeks.map((week, i) => {
          const height = (week.clips / most) * (HEIGHT - 4);
          return (
            week.clips > 0 && (
              <rect
                key={week.start}
                x={`${i * width + width * 0.12}%`}
                width={`${Math.min(width * 0.76, 4)}%`}
                y={HEIGHT - Math.max(2, height)}
                height={Math.max(2, height)}
                rx="1.5"
              >
                <title>{`${sayDate(week.start)}: ${week.clips.toLocaleString(language())}`}</title>
              </rect>
            )
          );
        })}
      </svg>
      <p class="axis small soft" aria-hidden="true">
        <span>{sayDate(first.start)}</span>
        <span>{sayDate(last.start)}</span>
      </p>
      <p class="small soft">{said}</p>
      <details>
        <summary>{say('notebook.weeks.asTable')}</summary>
        <table class="counts-table">
          <thead>
            <tr>
              <th scope="col">{say('notebook.weeks.week')}</th>
              <th scope="col">{say('notebook.clips')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks
              .filter((w) => w.clips > 0)
              .toReversed()
              .map((week) => (
                <tr key={week.start}>
                  <th scope="row">{sayDate(week.start)}</th>
                  <td>{week.clips.toLocaleString(language())}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
