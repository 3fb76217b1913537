/** Tenures or statuses over years: a table of who and when, with each “when” also drawn as a bar. What is faint is only possible. */
import type { Chart } from '@/lib/explore/chart';
import type { Bar } from '@/lib/explore/entity';
import { say } from '../words';
import { EntityLink } from './EntityLink';
import { sayType } from './type-words';
import { sayWhen } from './when';

export interface BarsProps {
  readonly caption: string;
  /** Heading of the first column. */
  readonly what: string;
  readonly bars: readonly Bar[];
  readonly chart: Chart;
}

const percent = (part: number) => `${(part * 100).toFixed(3)}%`;

export function Bars({ caption, what, bars, chart }: BarsProps) {
  return (
    <table class="bars">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">{what}</span>
          </th>
          <th scope="col">
            <span class="unseen">{say('explorer.dates')}</span>
            <svg class="axis" aria-hidden="true">
              {chart.ticks.map(({ year, at }) => (
                <text key={year} x={percent(at)} y="1em" text-anchor={at < 0.04 ? 'start' : at > 0.96 ? 'end' : 'middle'}>
                  {year}
                </text>
              ))}
            </svg>
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar, i) => {
          const stretch = chart.stretches[i];
          return (
            <tr key={`${bar.link?.id ?? bar.status}${bar.from}${bar.to}`}>
              <th scope="row">
                {bar.link && <EntityLink link={bar.link} />}
                {bar.status && sayType(bar.status)}
                {bar.acting && <span class="note">{say('explorer.acting')}</span>}
                {bar.disputed && <span class="note disputed">{say('explorer.disputed', bar.disputed)}</span>}
                {bar.note && <span class="note">{bar.note}</span>}
              </th>
              <td>
                <span class="when">{sayWhen(bar)}</span>
                <svg class="bar" aria-hidden="true">
                  {chart.ticks.map(({ year, at }) => (
                    <line key={year} x1={percent(at)} x2={percent(at)} y1="0" y2="100%" />
                  ))}
                  {stretch && <rect class="possible" x={percent(stretch.start)} width={percent(Math.max(0.004, stretch.end - stretch.start))} rx="3" />}
                  {stretch?.sure && (
                    <rect class="sure" x={percent(stretch.sure.start)} width={percent(Math.max(0.004, stretch.sure.end - stretch.sure.start))} rx="3" />
                  )}
                </svg>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
