import { t } from '../lib/i18n/t.ts';
import { COLOURS, type Colour } from '../lib/notes/types.ts';
import { colourWords } from './words/note.ts';

interface Props {
  /** Sets one group of radio buttons apart from the others on the page. */
  name: string;
  value: Colour;
  onChange: (colour: Colour) => void;
}

/** Four colours to choose one of. */
export function ColourChoice({ name, value, onChange }: Props) {
  return (
    <fieldset class="colours">
      <legend class="unseen">{t('noteColour')}</legend>
      {COLOURS.map((colour) => (
        <label key={colour} class="colour" data-colour={colour} title={colourWords(colour)}>
          <input
            type="radio"
            name={name}
            value={colour}
            checked={colour === value}
            onChange={() => onChange(colour)}
          />
          <span class="swatch" />
          <span class="unseen">{colourWords(colour)}</span>
        </label>
      ))}
    </fieldset>
  );
}
