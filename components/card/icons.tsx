/** Small line drawings for the card’s buttons; each button carries its name in words. */
const PATHS = {
  close: 'M3.5 3.5l9 9m0-9l-9 9',
  back: 'M9.5 3.5L5 8l4.5 4.5',
  previous: 'M3.5 10L8 5.5l4.5 4.5',
  next: 'M3.5 6L8 10.5 12.5 6',
  pin: 'M6 2.5h4l-.6 4 2.1 2.4H4.5l2.1-2.4zM8 9v4.5',
  copy: 'M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z',
  cite: 'M3 10.5V7.2C3 5 4 3.8 6 3.4M3 7.5h3v3.2H3zm6.5 3V7.2c0-2.2 1-3.4 3-3.8M9.5 7.5h3v3.2h-3z',
  clip: 'M4.5 2.5h7v11L8 10.8l-3.5 2.7z',
  wrong: 'M8 3v6.2m0 2.6v.7',
  mute: 'M2.5 8s2-4 5.5-4 5.5 4 5.5 4-2 4-5.5 4-5.5-4-5.5-4zM3 13L13 3',
} as const;

export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
