/**
 * Members of nodes that a page cannot hide. A form’s controls may bear the names of the form’s own members (`<input name="parentNode">`), and are then
 * what `form.parentNode` gives, in extensions’ worlds too: a walk by it never ends. Read from the prototypes, where no page’s word reaches. The command
 * line has no global `Node`, and there the members are read as they are.
 */
const { Node: NodeType, Element: ElementType } = globalThis as {
  readonly Node?: { readonly prototype: object };
  readonly Element?: { readonly prototype: object };
};

type Type = { readonly prototype: object } | undefined;

const reader = <N extends Node, K extends keyof N>(type: Type, name: K): ((node: N) => N[K]) => {
  const get = type && Object.getOwnPropertyDescriptor(type.prototype, name)?.get;
  return get ? (node) => get.call(node) as N[K] : (node) => node[name];
};
const method = <A extends readonly unknown[], R>(type: Type, name: string): ((node: Node, ...args: A) => R) => {
  const own = type && (type.prototype as Record<string, unknown>)[name];
  return typeof own === 'function'
    ? (node, ...args) => own.apply(node, args) as R
    : (node, ...args) => (node as unknown as Record<string, (...args: A) => R>)[name]?.(...args) as R;
};

export const typeOf = reader<Node, 'nodeType'>(NodeType, 'nodeType');
export const firstChildOf = reader<Node, 'firstChild'>(NodeType, 'firstChild');
export const nextSiblingOf = reader<Node, 'nextSibling'>(NodeType, 'nextSibling');
export const parentNodeOf = reader<Node, 'parentNode'>(NodeType, 'parentNode');
export const parentOf = reader<Node, 'parentElement'>(NodeType, 'parentElement');
export const ownerOf = reader<Node, 'ownerDocument'>(NodeType, 'ownerDocument');
export const isConnected = reader<Node, 'isConnected'>(NodeType, 'isConnected');
export const shadowOf = reader<Element, 'shadowRoot'>(ElementType, 'shadowRoot');
/** In small letters for elements of HTML, in XHTML as well. */
export const nameOf = reader<Element, 'localName'>(ElementType, 'localName');
export const rootOf = method<[], Node>(NodeType, 'getRootNode');
export const holds = method<[Node], boolean>(NodeType, 'contains');
/** Of the second node to the first: 4 when it follows. */
export const positionOf = method<[Node], number>(NodeType, 'compareDocumentPosition');
export const allWithin = method<[string], Iterable<Node>>(ElementType, 'querySelectorAll');
export const closest = method<[string], Element | null>(ElementType, 'closest');
/** Undefined where layout is not known. */
export const checkVisibility = method<[CheckVisibilityOptions], boolean | undefined>(ElementType, 'checkVisibility');
export const attributeOf = method<[string], string | null>(ElementType, 'getAttribute');

/** Do names of the page’s elements (`<img name="body">`) stand before members of the document? Then nothing that it says of itself can be relied on. */
export const isHidden = (document: Document): boolean =>
  Object.getOwnPropertyNames(document).some((name) => name !== 'location' && name in Object.getPrototypeOf(Object.getPrototypeOf(document)));

/** Does the document make elements of HTML? Pictures and data, also when the browser shows them as a page, do not, and have no place for a card. */
export const makesHtml = (document: Document): boolean => document.createElement('p').namespaceURI === 'http://www.w3.org/1999/xhtml';
