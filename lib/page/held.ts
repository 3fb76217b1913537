/** What takes much room and can be made again: made when it is asked for, and let go of when nobody has asked for a while. */

/** `rest`: milliseconds from the last time it was asked for. When making it fails, it is made again at the next time. */
export function heldWhileUsed<T>(make: () => Promise<T>, rest: number): () => Promise<T> {
  let made: Promise<T> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const letGo = () => {
    made = undefined;
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(letGo, rest);
    if (!made) {
      made = make();
      made.catch(letGo);
    }
    return made;
  };
}
