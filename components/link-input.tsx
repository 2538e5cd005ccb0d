import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n/t.ts';
import type { NamedNote } from '../lib/messages/lists.ts';
import { foldWords, wordsOf } from '../lib/notes/search.ts';
import type { NoteLink } from '../lib/notes/types.ts';
import { type Article, linkKey, sameLink } from './articles.ts';
import type { Linking } from './linking.ts';
import { useNamed } from './use-named.ts';
import { linkWords, namedWords } from './words/link.ts';

/** What was typed is sought when the hand rests. */
const REST_MS = 150;
/** Articles offered at once. */
const OFFERED = 8;
/** Links of one note: what messages carry. */
const MOST = 100;

interface Props {
  /** The note that links: it is not offered to itself. */
  self: string | null;
  links: readonly NoteLink[];
  onChange: (links: NoteLink[]) => void;
  linking: Linking;
}

interface Offer {
  link: NoteLink;
  words: string;
  about: string;
}

/** What a note leads to, and a search for more: among the reader's notes and the document's articles. */
export function LinkInput({ self, links, onChange, linking }: Props) {
  const { find, name: nameOf, articles } = linking;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState('');
  const [known, setKnown] = useState<Article[] | null>(null);
  const [found, setFound] = useState<{ query: string; notes: NamedNote[] } | null>(null);
  const named = useNamed(links, nameOf);
  const query = wanted.trim();

  useEffect(() => {
    if (!query) return setFound(null);
    let over = false;
    const timer = setTimeout(() => {
      if (!known) articles?.().then(setKnown, () => setKnown([]));
      find(query).then(
        (notes) => over || setFound({ query, notes }),
        () => over || setFound({ query, notes: [] }),
      );
    }, REST_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [query]);

  const words = wordsOf(query);
  const fitting = (known ?? []).filter(({ article, title }) => {
    const text = foldWords(article + title);
    return words.every((word) => text.includes(word));
  });
  const offers: Offer[] = (query ? fitting : []).slice(0, OFFERED).map(({ document, article, title }) => ({
    link: { kind: 'article', document, article },
    words: article,
    about: title,
  }));
  for (const note of found?.notes ?? [])
    if (note.id !== self)
      offers.push({ link: { kind: 'note', id: note.id }, words: namedWords(note), about: note.title ?? '' });
  const open = offers.filter(({ link }) => !links.some((one) => sameLink(one, link)));

  const add = (link: NoteLink | undefined) => {
    if (!link || links.length >= MOST) return;
    onChange([...links, link]);
    setWanted('');
    field.current?.focus();
  };

  return (
    <div class="link-input">
      {links.length > 0 ? (
        <ul class="tag-list">
          {links.map((link) => {
            const name = linkWords(link, named);
            return (
              <li key={linkKey(link)} class="chip" data-link={link.kind}>
                {name}
                <button
                  type="button"
                  aria-label={t('linkRemove', name)}
                  onClick={() => {
                    onChange(links.filter((one) => !sameLink(one, link)));
                    field.current?.focus();
                  }}
                >
                  ×
                </button>
              </li>
            );
          })}
        </ul>
      ) : null}
      <label for={`${id}-field`}>{t(articles ? 'linkFind' : 'linkFindNote')}</label>
      <input
        ref={field}
        id={`${id}-field`}
        class="field"
        type="search"
        data-do="find-link"
        autocomplete="off"
        value={wanted}
        onInput={(event) => setWanted(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing || event.ctrlKey || event.metaKey) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            add(open[0]?.link);
          } else if (event.key === 'Escape' && wanted) {
            // The first Esc empties the field; it is the form's after that.
            event.preventDefault();
            event.stopPropagation();
            setWanted('');
          }
        }}
      />
      {query && open.length > 0 ? (
        <ul class="link-offers">
          {open.map(({ link, words: name, about }) => (
            <li key={linkKey(link)}>
              <button type="button" class="row" data-offer={link.kind} onClick={() => add(link)}>
                <span lang="zh">{name}</span> <span class="small soft">{about}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <p class="small soft" role="status">
        {query && found?.query === query && open.length === 0 ? t('linkNone') : ''}
      </p>
    </div>
  );
}
