/** Which of the marks are shown: the kinds the reader wants, and each mention, the first in each section, or the first on the page. */
import type { Settings } from '../settings/settings';
import type { Mark } from './types';

const HEADING = 'h1, h2, h3, h4, h5, h6';
const SECTION = 'section, article, aside, nav, main, footer, [role="region"], [role="article"]';

/** `marks` in document order. */
export function chosenMarks(marks: readonly Mark[], { kinds, density }: Pick<Settings, 'kinds' | 'density'>, document: Document): readonly Mark[] {
  const wanted = marks.filter(({ mention: { kind } }) => (kind === 'place' ? kinds.organisation : kinds[kind]));
  if (density === 'each') return wanted;
  const seen = new Set<string>();
  const sectionOf = density === 'section' ? sections(document) : () => 0;
  return wanted.filter((mark) => {
    const key = `${sectionOf(mark)} ${mark.mention.entity}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Numbers sections: a sectioning element and the last heading before. Has to be asked in document order. */
function sections(document: Document): (mark: Mark) => string {
  const headings = [...document.querySelectorAll(HEADING)];
  const numbers = new Map<Element | null, number>();
  let passed = 0;
  return ({ block, range }) => {
    while (passed < headings.length && isBefore(headings[passed] as Element, range.startContainer)) passed++;
    const element = block.element.closest(SECTION);
    if (!numbers.has(element)) numbers.set(element, numbers.size);
    return `${numbers.get(element)}.${passed}`;
  };
}

const isBefore = (a: Node, b: Node): boolean => a.contains(b) || (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
