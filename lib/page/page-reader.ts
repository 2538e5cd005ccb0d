import { goesOn } from './breaks.ts';
import { isFurnitureLine, isSkipped, opensRelated } from './chrome-text.ts';
import { attribute, dataOf, hasAttribute, tagOf, textOf } from './dom.ts';
import type { Draft } from './draft.ts';
import { FILE_ADDRESS, FILE_NAME, labelLength } from './files.ts';
import { Flow, type Line, type Manner } from './flow.ts';
import { LiveText } from './live-text.ts';
import { type Align, styleOf } from './style-of.ts';
import { type Cell, DEEPEST_TABLE, gridOf } from './tables.ts';

/** What holds at a place of the page; kept for each element that changes it, and taken back after it. */
interface State extends Manner {
  align: Align;
  heading: number;
  item: boolean;
  cell: (Cell & { table: number }) | null;
}

interface Opened {
  element: Element;
  block: boolean;
  state: State;
  grid: Map<Element, Cell> | null;
  table: number;
}

/** Takes in a body node by node and writes its text down. */
export class PageReader {
  readonly drafts: Draft[] = [];
  /** Triples as in `Line`, with offsets into the whole text. */
  readonly runs: number[] = [];
  #text: string[] = [];
  #length = 0;
  #live: LiveText;
  #flow = new Flow();
  #opened: Opened[] = [];
  #state: State = {
    align: '',
    heading: 0,
    item: false,
    cell: null,
    bold: false,
    link: false,
    file: false,
    pre: false,
  };
  #tables = 0;
  #gap = false;
  /** A link to a file was left out of the block, so that a label before it labels nothing. */
  #fileLeftOut = false;
  /** Since a heading like 相关链接: lines that are links only are no text. */
  #related = false;

  get text(): string {
    return this.#text.join('');
  }

  constructor(body: Element) {
    this.#live = new LiveText(body, isSkipped);
  }

  /** The way from what was read back to the page. */
  live(): LiveText {
    return this.#live;
  }

  /** @returns whether the element's children are to be read too */
  enter(element: Element): boolean {
    const tag = tagOf(element);
    if (tag === 'br') {
      this.#flow.breakLine();
      return false;
    }
    if (isSkipped(element)) return false;
    const style = styleOf(element);
    const isLink = tag === 'a' && hasAttribute(element, 'href');
    const isFile = isLink && FILE_ADDRESS.test(attribute(element, 'href'));
    if (isFile && FILE_NAME.test(textOf(element))) {
      this.#fileLeftOut = true;
      return false;
    }
    if (style.block) this.#close();
    if (!style.block && !isLink && style.bold === null && style.pre === null) return true;
    const parent = this.#state;
    const grid = tag === 'table' ? this.#gridOf(element) : null;
    const table = grid ? this.#tables++ : -1;
    this.#opened.push({ element, block: style.block === true, state: parent, grid, table });
    this.#state = {
      align: style.block ? style.align || parent.align : parent.align,
      heading: style.heading || parent.heading,
      item: tag === 'li' || tag === 'dd' || parent.item,
      cell: tag === 'td' || tag === 'th' ? this.#cellOf(element) : parent.cell,
      bold: style.bold ?? parent.bold,
      link: isLink || parent.link,
      file: isFile || parent.file,
      pre: style.pre ?? parent.pre,
    };
    return true;
  }

  leave(element: Element): void {
    const opened = this.#opened.at(-1);
    if (opened?.element !== element) return;
    if (opened.block) this.#close();
    this.#opened.pop();
    this.#state = opened.state;
  }

  take(node: Text): void {
    const data = dataOf(node);
    if (!data) return;
    this.#flow.text(data, this.#live.add(node, data), this.#state);
  }

  /** Ends the last block. To be called once, after the last node. */
  end(): void {
    this.#close();
  }

  #gridOf(table: Element): Map<Element, Cell> | null {
    return this.#opened.filter((o) => tagOf(o.element) === 'table').length < DEEPEST_TABLE
      ? gridOf(table)
      : null;
  }

  /** The cell's place in the nearest table, null where that one only lays out the page. */
  #cellOf(element: Element): State['cell'] {
    const table = this.#opened.findLast((opened) => tagOf(opened.element) === 'table');
    const place = table?.grid?.get(element);
    return table && place ? { ...place, table: table.table } : null;
  }

  #close(): void {
    const { lines, blank } = this.#flow.close();
    if (blank) this.#gap = true;
    const labelsNothing = this.#fileLeftOut;
    this.#fileLeftOut = false;
    if (labelsNothing && lines.every((line) => labelLength(line.text) === line.text.length)) return;
    let group: Line[] = [];
    for (const line of lines) {
      const last = group.at(-1);
      const place = {
        align: this.#state.align,
        heading: this.#state.heading > 0,
        cell: this.#state.cell !== null,
      };
      if (last && !goesOn(last, line, place)) {
        this.#write(group);
        group = [];
      }
      group.push(line);
    }
    if (group.length > 0) this.#write(group);
  }

  /** Writes lines down as one block, unless they are site furniture. */
  #write(lines: readonly Line[]): void {
    const text = lines.map((line) => line.text).join('\n');
    const linked = lines.reduce((sum, line) => sum + line.linked, 0);
    const filed = lines.reduce((sum, line) => sum + line.filed, 0);
    const bold = lines.reduce((sum, line) => sum + line.bold, 0);
    const ink = lines.reduce((sum, line) => sum + line.text.length, 0);
    const link = linked > 0 && linked >= ink * 0.9;
    const { cell } = this.#state;
    if (filed > 0 && filed >= (ink - labelLength(text)) * 0.9) return;
    if (!cell && isFurnitureLine(text)) return;
    if (opensRelated(text)) this.#related = true;
    else if (!link) this.#related = false;
    if (this.#related) return;
    const above = this.drafts.at(-1);
    if (above) this.#put(cell && isSameRow(above.cell, cell) ? '\t' : '\n');
    const start = this.#length;
    lines.forEach((line, i) => {
      if (i > 0) this.#put('\n');
      for (let r = 0; r < line.runs.length; r += 3) {
        this.runs.push(
          this.#length + (line.runs[r] as number),
          line.runs[r + 1] as number,
          line.runs[r + 2] as number,
        );
      }
      this.#put(line.text);
    });
    const gap = this.#gap || lines[0]?.gap === true;
    this.#gap = false;
    const { align, heading, item } = this.#state;
    this.drafts.push({
      start,
      end: this.#length,
      align,
      heading,
      item,
      bold: bold >= ink * 0.9,
      link,
      gap,
      cell,
    });
  }

  #put(text: string): void {
    this.#text.push(text);
    this.#length += text.length;
  }
}

function isSameRow(a: Draft['cell'], b: Draft['cell']): boolean {
  return a !== null && b !== null && a.table === b.table && a.row === b.row && a.col !== b.col;
}
