/**
 * The DOM, read so that a page can't lie about it. A form field named `childNodes` or `parentNode`
 * shadows the property of its form, an element named `body` that of the document (DOM clobbering).
 * So every property is read by the getter of its prototype. The getters are looked up at first use,
 * since jsdom's do not stand on the global object.
 */

/** The descriptor of a property on an object's prototypes, never the object's own. */
function inherited(object: object, name: string): PropertyDescriptor | undefined {
  let prototype: object | null = Object.getPrototypeOf(object);
  while (prototype) {
    const found = Object.getOwnPropertyDescriptor(prototype, name);
    if (found) return found;
    prototype = Object.getPrototypeOf(prototype);
  }
  return undefined;
}

function property<On extends object, T>(name: string): (object: On) => T {
  let get: ((this: object) => T) | undefined;
  return (object) => {
    get ??= inherited(object, name)?.get as typeof get;
    return (get as NonNullable<typeof get>).call(object);
  };
}

function method<On extends object, Arguments extends unknown[], T>(
  name: string,
): (object: On, ...args: Arguments) => T {
  let call: ((...args: Arguments) => T) | undefined;
  return (object, ...args) => {
    call ??= inherited(object, name)?.value as typeof call;
    return (call as NonNullable<typeof call>).apply(object, args);
  };
}

export const ELEMENT = 1;
export const TEXT = 3;
const SHOW_TEXT = 4;

export const nodeType = property<Node, number>('nodeType');
export const parentOf = property<Node, Node | null>('parentNode');
export const firstChild = property<Node, Node | null>('firstChild');
export const lastChild = property<Node, Node | null>('lastChild');
export const nextSibling = property<Node, Node | null>('nextSibling');
export const previousSibling = property<Node, Node | null>('previousSibling');
export const childNodes = property<Node, NodeListOf<ChildNode>>('childNodes');
export const isConnected = property<Node, boolean>('isConnected');
export const cloneDeep = (node: Node): Node => cloneNode(node, true);
const cloneNode = method<Node, [boolean], Node>('cloneNode');
export const contains = method<Node, [Node | null], boolean>('contains');
const textContent = property<Node, string | null>('textContent');
export const dataOf = property<Text, string>('data');

/** Tag name in lower case for HTML elements. */
export const tagOf = property<Element, string>('localName');
const getAttribute = method<Element, [string], string | null>('getAttribute');
export const hasAttribute = method<Element, [string], boolean>('hasAttribute');
export const hasAttributes = method<Element, [], boolean>('hasAttributes');
export const matches = method<Element, [string], boolean>('matches');
export const closest = method<Element, [string], Element | null>('closest');
const inElement = method<Element, [string], NodeListOf<Element>>('querySelectorAll');
const inDocument = method<Document, [string], NodeListOf<Element>>('querySelectorAll');

export const pageBody = property<Document, HTMLElement | null>('body');
export const pageRoot = property<Document, HTMLElement | null>('documentElement');
export const pageTitle = property<Document, string>('title');
const createTreeWalker = method<Document, [Node, number], TreeWalker>('createTreeWalker');
export const createRange = method<Document, [], Range>('createRange');
export const elementsOf = method<Document, [string], HTMLCollectionOf<Element>>('getElementsByTagName');
export const listenTo = method<Document, Parameters<Document['addEventListener']>, void>('addEventListener');
export const ownerDocument = property<Node, Document>('ownerDocument');

/** The text nodes below an element, in document order, those of scripts included. */
export function textsIn(document: Document, root: Element): TreeWalker {
  return createTreeWalker(document, root, SHOW_TEXT);
}

/** All text below a node, scripts and styles included. */
export function textOf(node: Node): string {
  return textContent(node) ?? '';
}

/** An attribute's value, empty where it is missing. */
export function attribute(element: Element, name: string): string {
  return getAttribute(element, name) ?? '';
}

/** Elements in an element that match a selector, in document order. */
export function all(root: Element, selector: string): Element[] {
  return [...inElement(root, selector)];
}

/** Elements of a document that match a selector, in document order. */
export function allIn(document: Document, selector: string): Element[] {
  return [...inDocument(document, selector)];
}

export function isElement(node: Node): node is Element {
  return nodeType(node) === ELEMENT;
}

export function isText(node: Node): node is Text {
  // CDATA sections (4) stand only in XML, which no policy page is served as.
  return nodeType(node) === TEXT;
}

type CheckVisibility = (this: Element, options: { visibilityProperty: boolean }) => boolean;
let checkVisibility: CheckVisibility | null | undefined;

/**
 * Whether the browser shows an element, by its computed style.
 *
 * @returns null where there is no layout to ask (jsdom)
 */
export function isShown(element: Element): boolean | null {
  checkVisibility ??= (inherited(element, 'checkVisibility')?.value as CheckVisibility | undefined) ?? null;
  return checkVisibility?.call(element, { visibilityProperty: true }) ?? null;
}
