/** How far a piece of work is, and the way to stop it. */
import { language, say } from '../words';

export interface ProgressProps {
  readonly label: string;
  /** 0 to 1. */
  readonly part: number;
  onStop(): void;
}

export function Progress({ label, part, onStop }: ProgressProps) {
  return (
    <div class="working">
      <progress aria-label={label} value={part} max={1} />
      <span class="small soft">{part.toLocaleString(language(), { style: 'percent' })}</span>
      <button type="button" onClick={onStop}>
        {say('notebook.stop')}
      </button>
    </div>
  );
}
