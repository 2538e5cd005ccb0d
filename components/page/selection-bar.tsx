import { t } from '../../lib/i18n/t.ts';
import { COLOURS, type Colour } from '../../lib/notes/types.ts';
import { colourWords } from '../words/note.ts';
import { Floating } from './floating.tsx';
import type { Box } from './place.ts';

interface Props {
  anchor: () => Box | null;
  onHighlight: (colour: Colour) => void;
  onNote: () => void;
  onCite: () => void;
}

/** What can be done with selected text: a highlight in one of four colours, a note, a citation. */
export function SelectionBar({ anchor, onHighlight, onNote, onCite }: Props) {
  return (
    <Floating class="bar" role="toolbar" label={t('barLabel')} anchor={anchor}>
      {COLOURS.map((colour) => {
        const words = t('barHighlight', colourWords(colour));
        return (
          <button
            key={colour}
            type="button"
            class="colour"
            data-colour={colour}
            aria-label={words}
            title={words}
            // The page would otherwise drop the selection before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onHighlight(colour)}
          >
            <span class="swatch" />
          </button>
        );
      })}
      {(
        [
          ['note', t('barNote'), onNote],
          ['cite', t('barCite'), onCite],
        ] as const
      ).map(([name, words, act]) => (
        <button
          key={name}
          type="button"
          class="button plain"
          data-do={name}
          onMouseDown={(event) => event.preventDefault()}
          onClick={act}
        >
          {words}
        </button>
      ))}
    </Floating>
  );
}
