/** Hands a file to the reader, by a link that is followed at once: no permission is needed for it. */
export function download({ name, type, data }: { readonly name: string; readonly type: string; readonly data: string | Uint8Array | Blob }): void {
  const url = URL.createObjectURL(new Blob([data as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Firefox reads the file after the click returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
