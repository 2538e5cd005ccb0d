import type { ComponentChildren } from 'preact';

interface Props {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** The field's name, where something asks for it. */
  name?: string;
  /** What it is called. */
  children: ComponentChildren;
}

/** Something that is on or off. */
export function Tick({ checked, onChange, name, children }: Props) {
  return (
    <label>
      <input
        type="checkbox"
        name={name}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />{' '}
      {children}
    </label>
  );
}
