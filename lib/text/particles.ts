/** Small words that family names begin with (“de Hoop Scheffer”, «фон дер Ляйен»), in small letters and already folded. */
export const PARTICLES: ReadonlySet<string> = new Set(
  (
    'von van de der den del della di da dos du la le al el bin ibn ben ter ten zu zur af wa ' +
    'фон ван дер дэр ден де дель делла ди да дос дю ла ле аль эль ель бин бін бен ибн ібн тер тен цу ва'
  ).split(' '),
);
