/** The one element that the notebook adds to a page, when it has something to show: a host with a closed shadow root and four places in the top layer. */

export interface Frame {
  /** Its inside, to draw in. */
  readonly mount: HTMLElement;
  /** Shows it: below a box of the window or, where there is no room, above it; at the window’s foot without one. Again to place it anew. */
  open(beside?: DOMRect): void;
  close(): void;
  isOpen(): boolean;
}

export interface Layer {
  readonly card: Frame;
  readonly button: Frame;
  readonly said: Frame;
  readonly list: Frame;
  /** Is this event inside? Events of a closed root only show its host. */
  contains(event: Event): boolean;
  remove(): void;
}

const HOST = 'attache-clip';
const GAP = 8;

export function createLayer(document: Document, style: string, mode: ShadowRootMode, language: string): Layer {
  const host = document.createElement(HOST);
  const root = host.attachShadow({ mode });
  const sheet = document.createElement('style');
  sheet.textContent = style;
  root.append(sheet);

  const frame = (name: string, role: string, foot: 'middle' | 'end' = 'middle'): Frame & { readonly element: HTMLElement } => {
    const element = document.createElement('div');
    element.setAttribute('popover', 'manual');
    element.setAttribute('role', role);
    element.className = `frame-${name}`;
    element.lang = language;
    element.tabIndex = -1;
    root.append(element);
    return {
      element,
      mount: element,
      open(beside) {
        if (!host.isConnected) document.documentElement.append(host);
        if (!element.matches(':popover-open')) element.showPopover();
        // Measured where nothing presses on it: the window’s edge would make it narrow.
        element.style.left = '0';
        element.style.top = '0';
        const { clientWidth: width } = document.documentElement;
        const { innerHeight: height } = window;
        const { offsetWidth: w, offsetHeight: h } = element;
        const clamp = (at: number, size: number, room: number) => Math.max(GAP, Math.min(at, room - size - GAP));
        if (beside) {
          const below = beside.bottom + GAP;
          const above = beside.top - GAP - h;
          element.style.left = `${clamp(beside.left, w, width)}px`;
          element.style.top = `${clamp(below + h > height - GAP && above >= GAP ? above : below, h, height)}px`;
        } else {
          element.style.left = `${foot === 'end' ? width - w - GAP * 2 : clamp((width - w) / 2, w, width)}px`;
          element.style.top = `${height - h - GAP * 2}px`;
        }
      },
      close() {
        if (element.isConnected && element.matches(':popover-open')) element.hidePopover();
      },
      isOpen: () => element.isConnected && element.matches(':popover-open'),
    };
  };
  return {
    card: frame('card', 'dialog'),
    button: frame('button', 'group'),
    said: frame('said', 'group'),
    list: frame('list', 'region', 'end'),
    contains: (event) => event.composedPath().includes(host),
    remove: () => host.remove(),
  };
}
