/** One of several: a group of radio buttons with its question. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface ChoiceOf<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Below the label. */
  readonly more?: ComponentChildren;
}

export interface ChoiceProps<T extends string> {
  readonly legend: ComponentChildren;
  readonly value: T;
  readonly of: readonly ChoiceOf<T>[];
  /** Of the fieldset. */
  readonly class?: string;
  onChoose(value: T): void;
}

export function Choice<T extends string>({ legend, value, of, class: name, onChoose }: ChoiceProps<T>) {
  const group = useId();
  return (
    <fieldset class={`choice ${name ?? ''}`}>
      <legend>{legend}</legend>
      {of.map((option) => (
        <div key={option.value}>
          <label>
            <input type="radio" name={group} value={option.value} checked={option.value === value} onChange={() => onChoose(option.value)} />
            <span>{option.label}</span>
          </label>
          {option.more}
        </div>
      ))}
    </fieldset>
  );
}
