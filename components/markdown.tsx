import { type MarkedToken, marked, type Token, type Tokens } from 'marked';
import { type ComponentChild, Fragment } from 'preact';
import { useMemo } from 'preact/hooks';

/** A longer text is shown as it is: it was hardly written by hand, and a preview must keep up with typing. */
const LONGEST = 50_000;

/** Parts within parts that are shown as such; what lies deeper is shown as text. */
const DEEPEST = 24;

/**
 * A note's Markdown, for our own pages. The library only reads it; what is shown is made here, of elements
 * and text: a note may come from a file of somebody else's. HTML in it is text, pictures are their words
 * (nothing is fetched), and links lead to the web only.
 */
export function Markdown({ text }: { text: string }) {
  const tokens = useMemo(() => read(text), [text]);
  return <div class="note-body">{tokens ? blocks(tokens, 0) : <p class="as-is">{text}</p>}</div>;
}

/** Null where the text is too long or nested too deep to be read. */
function read(text: string): Token[] | null {
  if (text.length > LONGEST) return null;
  try {
    return marked.lexer(text, { gfm: true, breaks: true });
  } catch {
    return null;
  }
}

function blocks(tokens: readonly Token[], depth: number): ComponentChild {
  return tokens.map((token, index) => (
    <Fragment key={index}>{depth > DEEPEST ? token.raw : show(token as MarkedToken, depth + 1)}</Fragment>
  ));
}

function show(token: MarkedToken, depth: number): ComponentChild {
  const within = (tokens: readonly Token[] | undefined) => (tokens ? blocks(tokens, depth) : token.raw);
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'paragraph':
      return <p>{within(token.tokens)}</p>;
    case 'heading':
      // It stands among headings of the page, and is none of them.
      return <p class="note-heading">{within(token.tokens)}</p>;
    case 'blockquote':
      return <blockquote>{within(token.tokens)}</blockquote>;
    case 'list':
      return listOf(token, depth);
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    case 'table':
      return tableOf(token, depth);
    case 'strong':
      return <strong>{within(token.tokens)}</strong>;
    case 'em':
      return <em>{within(token.tokens)}</em>;
    case 'del':
      return <del>{within(token.tokens)}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'link':
      return isWeb(token.href) ? (
        <a href={token.href} target="_blank" rel="noreferrer">
          {within(token.tokens)}
        </a>
      ) : (
        within(token.tokens)
      );
    case 'image':
      return token.text;
    case 'text':
      return token.tokens ? within(token.tokens) : token.text;
    case 'escape':
      return token.text;
    default:
      return token.raw;
  }
}

function listOf({ ordered, start, items }: Tokens.List, depth: number): ComponentChild {
  const rows = items.map((item, index) => (
    <li key={index}>
      {item.task ? <span aria-hidden="true">{item.checked ? '☑ ' : '☐ '}</span> : null}
      {blocks(
        item.tokens.filter(({ type }) => type !== 'checkbox'),
        depth,
      )}
    </li>
  ));
  return ordered ? <ol start={start === '' ? 1 : start}>{rows}</ol> : <ul>{rows}</ul>;
}

function tableOf({ header, rows }: Tokens.Table, depth: number): ComponentChild {
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell, index) => (
            <th key={index} scope="col">
              {blocks(cell.tokens, depth)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column}>{blocks(cell.tokens, depth)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}
