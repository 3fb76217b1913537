/** The tags of a line that somebody wrote: each once, in their order. */
export const tagsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];
