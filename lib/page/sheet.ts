/**
 * A style sheet of ours in a shadow root. On pages of the web an element carries it: a page’s policy does not stop what a page script makes through the
 * DOM, and `adoptedStyleSheets` throws in page scripts of Firefox 140. In the extension’s own pages, whose policy allows no style in the document, it is
 * adopted.
 */
export function addSheet(root: ShadowRoot, text: string): void {
  if (location.protocol.endsWith('-extension:')) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const element = document.createElement('style');
  element.textContent = text;
  root.append(element);
}
