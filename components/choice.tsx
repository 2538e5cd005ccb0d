interface Props<Value extends string> {
  label: string;
  /** What tests and styles know it by. */
  name: string;
  value: Value | null;
  /** What it says where nothing is chosen. */
  all: string;
  options: readonly (readonly [value: Value, words: string])[];
  onChange: (value: Value | null) => void;
}

/** A list of which one may be chosen, or none. */
export function Choice<Value extends string>(props: Props<Value>) {
  const { label, name, value, all, options, onChange } = props;
  return (
    <label class="choice" data-choice={name}>
      <span class="unseen">{label}</span>
      <select
        class="field"
        name={name}
        value={value ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange(options.find(([option]) => option === chosen)?.[0] ?? null);
        }}
      >
        <option value="">{all}</option>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
