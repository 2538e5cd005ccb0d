import { type Plugin, parseAst } from 'vite';

/** The one thing that Zhupi asks of mark.js: to wrap given stretches of text. */
const USED = 'markRanges';

/** A node of the syntax tree: of ESTree's only what is looked at here. */
interface Node {
  type: string;
  start: number;
  end: number;
  [part: string]: unknown;
}

/** A method, or what is assigned to `this`: a piece of code with a name that others call it by. */
interface Member {
  name: string;
  node: Node;
  /** Names of properties that its code mentions. */
  mentions: ReadonlySet<string>;
}

/**
 * Leaves out of mark.js what `markRanges` never reaches, its whole search: no bundler takes methods out of a
 * class, and every page that is read would load them. A method stays when any code that stays mentions a
 * property of its name.
 */
export function trimMarkJs(): Plugin {
  return {
    name: 'zhupi-trim-mark-js',
    apply: 'build',
    transform: { filter: { id: /\/mark\.js\/dist\/mark\.es6\.js$/ }, handler: (code) => trimmed(code) },
  };
}

/**
 * @param code of mark.js
 * @returns the same without the methods that are not needed
 * @throws Error where it does not look as expected, as after an update
 */
export function trimmed(code: string): string {
  const members: Member[] = [];
  const kept = namesIn(parseAst(code) as unknown as Node, members);
  if (!members.some(({ name }) => name === USED)) throw new Error(`mark.js has no ${USED}`);
  kept.add(USED);
  for (let size = 0; size !== kept.size; ) {
    size = kept.size;
    for (const { name, mentions } of members)
      if (kept.has(name)) for (const mentioned of mentions) kept.add(mentioned);
  }
  return members
    .filter(({ name }) => !kept.has(name))
    .sort((a, b) => b.node.start - a.node.start)
    .reduce((left, { node: { start, end } }) => left.slice(0, start) + left.slice(end), code);
}

/** Names of the properties that a piece of code mentions outside of its members, which are put aside. */
function namesIn(node: Node, members: Member[]): Set<string> {
  const names = new Set<string>();
  const visit = (one: Node) => {
    const name = memberName(one);
    if (name !== null) {
      members.push({ name, node: one, mentions: mentionsIn(one) });
      return;
    }
    const property = propertyName(one);
    if (property !== null) names.add(property);
    for (const child of childrenOf(one)) visit(child);
  };
  visit(node);
  return names;
}

function mentionsIn(member: Node): Set<string> {
  const inside = member.type === 'MethodDefinition' ? member.value : (member.expression as Node).right;
  return namesIn(inside as Node, []);
}

/** `name() {…}` in a class, or the statement `this.name = …`; null for all else, and constructors. */
function memberName(node: Node): string | null {
  if (node.type === 'MethodDefinition') {
    return node.kind === 'constructor' ? null : ((node.key as Node).name as string);
  }
  if (node.type !== 'ExpressionStatement') return null;
  const { type, left, right } = node.expression as Node & { left: Node; right: Node };
  if (type !== 'AssignmentExpression' || right.type !== 'ArrowFunctionExpression') return null;
  return left.type === 'MemberExpression' && (left.object as Node).type === 'ThisExpression'
    ? ((left.property as Node).name as string)
    : null;
}

function propertyName({ type, property, computed }: Node): string | null {
  return type === 'MemberExpression' && !computed ? ((property as Node).name as string) : null;
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((part): part is Node => typeof (part as Node | null)?.type === 'string');
}
