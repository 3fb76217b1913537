/** Paints the samples of the options page with what paints real pages. */
import type { EntityId } from '@/lib/dataset/schema';
import { createDots, type Dots } from '@/lib/page/dots';
import { createPainter, type Painter } from '@/lib/page/highlights';
import type { Mark } from '@/lib/page/types';
import { MARK_STYLES, MARKED_KINDS, type Settings } from '@/lib/settings/settings';

const painters = new Map<Settings['style'], Painter>();
let dots: Dots | undefined;

/** Every `[data-sample]` below `root`, in the style that it names. Call again when its words have changed. */
export function paintSamples(root: Element): void {
  for (const sample of root.querySelectorAll<HTMLElement>('[data-sample]')) {
    const style = MARK_STYLES.find((s) => s === sample.dataset.sample);
    if (!style) continue;
    const marks = marksIn(sample);
    const painter = painters.get(style) ?? createPainter(style);
    painters.set(style, painter);
    painter.show(marks);
    if (style === 'dot') {
      dots ??= createDots(document, 'open');
      dots.show(marks);
    }
    // As on a page: the name under the pointer is the one whose card would open.
    sample.onpointerover = ({ target }) => painter.activate(marks.find(({ range }) => range.startContainer.parentElement === target));
    sample.onpointerleave = () => painter.activate(undefined);
  }
}

function marksIn(sample: HTMLElement): Mark[] {
  return [...sample.querySelectorAll<HTMLElement>('[data-kind]')].flatMap((name) => {
    const text = name.firstChild;
    if (!(text instanceof Text)) return [];
    const kind = MARKED_KINDS.find((k) => k === name.dataset.kind);
    const range = new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: text.length });
    const entity: EntityId = 'person/sample';
    // What is of no kind stands for what is not certain.
    const mention = {
      block: 0,
      start: 0,
      end: text.length,
      surface: text.data,
      kind: kind ?? 'person',
      entity,
      via: 'name',
      confidence: kind ? 1 : 0,
      evidence: [],
    } as const;
    return [{ mention, block: { id: 0, text: text.data, element: sample, pieces: [] }, range }];
  });
}
