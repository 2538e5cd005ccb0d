import { useId, useRef } from 'preact/hooks';
import { t } from '../lib/i18n/t.ts';
import { addTags, splitTags } from './tag-words.ts';

interface Props {
  tags: string[];
  /** What stands in the field and is no tag yet; kept by the form, so that saving does not lose it. */
  typed: string;
  known: readonly string[];
  onChange: (tags: string[], typed: string) => void;
}

/** Tags as chips, and a field for more: a comma or Enter ends one, the browser's own list completes. */
export function TagInput({ tags, typed, known, onChange }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);

  const take = (text: string, all: boolean) => {
    const split = splitTags(text, all);
    onChange(addTags(tags, split.tags), split.rest);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and Backspace belong to the input method while it composes.
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      take(typed, true);
    } else if (event.key === 'Backspace' && typed === '') {
      onChange(tags.slice(0, -1), '');
    }
  };

  return (
    <div>
      <label for={`${id}-field`}>{t('noteTags')}</label>
      <div class="tags">
        {tags.map((tag) => (
          <span key={tag} class="chip">
            {tag}
            <button
              type="button"
              aria-label={t('noteTagRemove', tag)}
              onClick={() => {
                onChange(
                  tags.filter((other) => other !== tag),
                  typed,
                );
                field.current?.focus();
              }}
            >
              ×
            </button>
          </span>
        ))}
        <input
          ref={field}
          id={`${id}-field`}
          list={`${id}-known`}
          value={typed}
          autocomplete="off"
          aria-describedby={`${id}-hint`}
          onInput={(event) => take(event.currentTarget.value, false)}
          onKeyDown={onKeyDown}
          onBlur={() => take(typed, true)}
        />
        <datalist id={`${id}-known`}>
          {known
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </div>
      <span id={`${id}-hint`} class="unseen">
        {t('noteTagsHint')}
      </span>
    </div>
  );
}
