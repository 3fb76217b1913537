/** XPaths of text nodes, as a W3C RangeSelector has them: `/html[1]/body[1]/p[3]/text()[2]`. Only this simple form is written and read. */

const stepName = (node: Node): string => (node.nodeType === 3 ? 'text()' : (node as Element).localName);

export function pathTo(node: Node): string {
  const steps: string[] = [];
  for (let at: Node | null = node; at && at.nodeType !== 9; at = at.parentNode) {
    const name = stepName(at);
    let index = 1;
    for (let before = at.previousSibling; before; before = before.previousSibling) if (isSame(before, at.nodeType, name)) index++;
    steps.unshift(`${name}[${index}]`);
  }
  return `/${steps.join('/')}`;
}

/** The node at the end of a path; undefined when the page has none there, or the path is of another form. */
export function nodeAt(document: Document, path: string): Node | undefined {
  let at: Node = document;
  for (const step of path.split('/').slice(1)) {
    const [, name = '', index = ''] = /^([^[\]]+)\[(\d+)\]$/.exec(step) ?? [];
    const type = name === 'text()' ? 3 : 1;
    let left = Number(index);
    let next: Node | null = at.firstChild;
    for (; next; next = next.nextSibling) if (isSame(next, type, name) && --left === 0) break;
    if (!next || name === '') return undefined;
    at = next;
  }
  return at === document ? undefined : at;
}

const isSame = (node: Node, type: number, name: string): boolean => node.nodeType === type && stepName(node) === name;
