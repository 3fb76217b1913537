/** Follows a page that changes: by the elements that changed, batched, and slower the more it changes. */
import { HOST_TAG } from './blocks';
import { isConnected, nameOf, parentOf, shadowOf } from './own';

export interface Watcher {
  /** Also follows an open shadow root. */
  follow(root: ShadowRoot): void;
  stop(): void;
}

export interface Changes {
  /** Elements whose text changed or that came; none lies inside another. */
  onChanged(elements: readonly Element[]): void;
  /** A text node says something else: told at once, before it is painted. */
  onText?(node: Node): void;
  /** The page became another one without loading. */
  onNavigated(url: string): void;
}

const FIRST_WAIT = 120;
const LONGEST_WAIT = 2000;
/** With more changed elements than this, the page is given as changed whole. */
const MOST_CHANGED = 500;

export function watchPage(document: Document, { onChanged, onText, onNavigated }: Changes): Watcher {
  const changed = new Set<Element>();
  let overflowed = false;
  const window = document.defaultView as Window & typeof globalThis;
  let url = window.location.href;
  let timer: number | undefined;
  let wait = FIRST_WAIT;
  let quietSince = 0;

  const flush = () => {
    timer = undefined;
    if (window.location.href !== url) {
      url = window.location.href;
      changed.clear();
      overflowed = false;
      onNavigated(url);
      return;
    }
    const elements = overflowed ? [document.body ?? document.documentElement] : outermost([...changed].filter(isConnected));
    changed.clear();
    overflowed = false;
    if (elements.length > 0) onChanged(elements);
  };
  const schedule = () => {
    if (timer !== undefined) return;
    // A page that never rests is read ever more seldom, up to every two seconds.
    const now = performance.now();
    wait = now - quietSince > 1000 ? FIRST_WAIT : Math.min(LONGEST_WAIT, wait * 1.5);
    quietSince = now + wait;
    timer = window.setTimeout(flush, wait);
  };
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') onText?.(record.target);
      const target = record.target.nodeType === Node.ELEMENT_NODE ? (record.target as Element) : record.target.parentElement;
      if (!target || nameOf(target) === HOST_TAG) continue;
      if (changed.size > MOST_CHANGED) {
        changed.clear();
        overflowed = true;
      }
      if (overflowed) break;
      // An element with a shadow root is read whole: its children may be slotted, its root may be new.
      if (shadowOf(target)) changed.add(target);
      else if (
        record.type === 'childList' &&
        record.addedNodes.length > 0 &&
        record.removedNodes.length === 0 &&
        [...record.addedNodes].every((n) => n.nodeType === Node.ELEMENT_NODE)
      ) {
        for (const node of record.addedNodes) if (nameOf(node as Element) !== HOST_TAG) changed.add(node as Element);
      } else changed.add(target);
    }
    if (overflowed || changed.size > 0 || window.location.href !== url) schedule();
  });
  const options = { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ['hidden', 'open', 'contenteditable'] };
  observer.observe(document, options);
  const navigated = () => schedule();
  window.addEventListener('popstate', navigated);
  window.addEventListener('hashchange', navigated);
  const navigation = (window as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener('navigatesuccess', navigated);
  return {
    follow: (root) => observer.observe(root, options),
    stop() {
      observer.disconnect();
      window.clearTimeout(timer);
      window.removeEventListener('popstate', navigated);
      window.removeEventListener('hashchange', navigated);
      navigation?.removeEventListener('navigatesuccess', navigated);
    },
  };
}

/** The elements that lie in no other of the list. */
function outermost(elements: readonly Element[]): Element[] {
  const all = new Set(elements);
  return elements.filter((element) => {
    for (let up = parentOf(element); up; up = parentOf(up)) if (all.has(up)) return false;
    return true;
  });
}
