/** Tells where a selection of text ends on the screen, when the reader has made one, and when it is gone. Never in fields and editors. */

/** A selection of fewer characters is a slip. */
const LEAST = 3;

export function onSelection(document: Document, tell: (beside: DOMRect | undefined) => void): () => void {
  const stopping = new AbortController();
  const listen = { capture: true, passive: true, signal: stopping.signal } as const;
  let told = false;
  const hide = () => {
    if (told) tell(undefined);
    told = false;
  };
  const look = () => {
    const selection = document.getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    if (!selection || !range || selection.isCollapsed || selection.toString().trim().length < LEAST || isInEditor(range.commonAncestorContainer)) return hide();
    const box = [...range.getClientRects()].findLast((r) => r.width > 0);
    if (!box) return hide();
    told = true;
    tell(new DOMRect(box.right - 8, box.top, 0, box.height));
  };
  // After the page’s own handlers: some clear the selection.
  const later = () => setTimeout(look, 10);
  document.addEventListener('pointerup', (event) => event.isTrusted && event.button === 0 && later(), listen);
  document.addEventListener('keyup', (event) => event.isTrusted && (event.shiftKey || event.key === 'Shift') && later(), listen);
  document.addEventListener('selectionchange', () => told && document.getSelection()?.isCollapsed !== false && hide(), listen);
  document.addEventListener('scroll', hide, listen);
  return () => {
    stopping.abort();
    hide();
  };
}

function isInEditor(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('input, textarea, [contenteditable]:not([contenteditable="false"]), [role="textbox"]') != null;
}
