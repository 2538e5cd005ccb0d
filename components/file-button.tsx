import { useRef } from 'preact/hooks';

interface Props {
  /** What the button says, and what the field behind it is called. */
  label: string;
  /** The button's `data-do`. */
  action: string;
  /** Kinds of files that are offered first, as the field's `accept`; all where there is none. */
  accept?: string;
  /** The field's `data-field`, where something asks for it. */
  field?: string;
  onFile: (file: File) => void;
}

/** A button that picks a file. */
export function FileButton({ label, action, accept, field: name, onFile }: Props) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button" data-do={action} onClick={() => field.current?.click()}>
        {label}
      </button>
      <input
        ref={field}
        type="file"
        data-field={name}
        accept={accept}
        aria-label={label}
        hidden
        onChange={(event) => {
          const input = event.currentTarget;
          const [file] = input.files ?? [];
          if (file) onFile(file);
          // So that the same file can be picked again.
          input.value = '';
        }}
      />
    </>
  );
}
